package dev.seaworthy.lint.check;

import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import java.util.ArrayList;
import java.util.List;

/** Directories of the node that hold its secrets or its system, mounted by a container. */
final class VolumeHostPathSensitive implements PodCheck {

  @Override
  public List<Finding> check(PodTemplate template, CheckContext context) {
    List<Finding> findings = new ArrayList<>();
    for (HostPathVolumes.HostPath directory : HostPathVolumes.of(template)) {
      List<VolumeMounts.Mount> mounts = VolumeMounts.of(template, directory.volume());
      boolean mounted = !mounts.isEmpty() && !isReadByDaemonSet(template, directory, context);
      if (mounted && isSensitive(directory.path(), context)) {
        findings.add(Finding.at(
            template.owner(),
            directory.place(),
            "the node's " + directory.path() + " holds its secrets or its system"));
      }
    }
    return findings;
  }

  private static boolean isSensitive(String path, CheckContext context) {
    return context.texts("paths").contains(path)
        || context.texts("below").stream()
            .anyMatch(above -> path.equals(above) || path.startsWith(above + "/"));
  }

  private static boolean isReadByDaemonSet(
      PodTemplate template, HostPathVolumes.HostPath directory, CheckContext context) {
    return template.owner().kind().kind().equals("DaemonSet")
        && context.texts("allowReadOnly").contains(directory.path())
        && VolumeMounts.of(template, directory.volume()).stream()
            .allMatch(VolumeMounts.Mount::isReadOnly);
  }
}
