package dev.seaworthy.lint.check;

import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.Repair;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
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
                      + " of its node")
              .withRepair(readOnly(mount, recursive)));
        }
      }
    }
    return findings;
  }

  private static Repair readOnly(VolumeMounts.Mount mount, boolean recursive) {
    Repair plain = Repair.inMeaning().put(mount.path().child("readOnly"), Scalar.of(true));
    return recursive
        ? plain.put(mount.path().child("recursiveReadOnly"), Scalar.of("IfPossible"))
        : plain;
  }

  private static boolean isRecursive(Node mount) {
    String word = mount.get("recursiveReadOnly").text();
    return word.equals("Enabled") || word.equals("IfPossible");
  }
}
