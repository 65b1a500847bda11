package dev.seaworthy.lint.check;

import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;

/** Directories of the node that a container may write to. */
final class VolumeHostPathWritable implements PodCheck {

  @Override
  public List<Finding> check(PodTemplate template, CheckContext context) {
    boolean recursive = context.parameter("requireRecursive").isTrue();
    List<Finding> findings = new ArrayList<>();
    for (HostPathVolumes.HostPath directory : HostPathVolumes.of(template)) {
      for (VolumeMounts.Mount mount : VolumeMounts.of(template, directory.volume())) {
        if (!mount.isReadOnly() || recursive && !isRecursive(mount.node())) {
          findings.add(Finding.at(
              template.owner(),
              mount.path(),
              "container '" + mount.container().name() + "' can change " + directory.path()
                  + " of its node"));
        }
      }
    }
    return findings;
  }

  private static boolean isRecursive(Node mount) {
    String word = mount.get("recursiveReadOnly").text();
    return word.equals("Enabled") || word.equals("IfPossible");
  }
}
