package dev.seaworthy.lint.check;

import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import java.util.ArrayList;
import java.util.List;

/** The socket of the container runtime, or the directory that holds it. */
final class VolumeContainerSocket implements PodCheck {

  @Override
  public List<Finding> check(PodTemplate template, CheckContext context) {
    List<Finding> findings = new ArrayList<>();
    for (HostPathVolumes.HostPath directory : HostPathVolumes.of(template)) {
      if (isSocket(directory.path(), context)) {
        findings.add(finding(template, directory, "whoever reaches " + directory.path()));
      } else if (context.texts("directories").contains(directory.path())
          && !VolumeMounts.of(template, directory.volume()).isEmpty()) {
        String reached =
            "the runtime's socket lies in " + directory.path() + ": whoever reaches it";
        findings.add(finding(template, directory, reached).withSeverity(Severity.WARNING));
      }
    }
    return findings;
  }

  private static boolean isSocket(String path, CheckContext context) {
    return context.texts("sockets").stream().anyMatch(socket -> path.endsWith("/" + socket));
  }

  private static Finding finding(
      PodTemplate template, HostPathVolumes.HostPath directory, String who) {
    return Finding.at(
        template.owner(),
        directory.place(),
        who + " can start any container on the node, and so owns it");
  }
}
