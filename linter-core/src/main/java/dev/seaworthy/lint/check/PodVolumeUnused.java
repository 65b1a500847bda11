package dev.seaworthy.lint.check;

import dev.seaworthy.graph.Container;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.Repair;
import dev.seaworthy.lint.Wildcard;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Volumes that no container mounts. */
final class PodVolumeUnused implements PodCheck {

  private static final List<String> MOUNTS = List.of("volumeMounts", "volumeDevices");

  @Override
  public List<Finding> check(PodTemplate template, CheckContext context) {
    if (isInjectedInto(template, context.texts("injectedBy"))) {
      return List.of();
    }
    Set<String> mounted = mounted(template);
    List<Finding> findings = new ArrayList<>();
    List<Node> volumes = template.spec().get("volumes").items();
    for (int i = 0; i < volumes.size(); i++) {
      String name = volumes.get(i).get("name").text();
      if (!name.isEmpty() && !mounted.contains(name)) {
        FieldPath volume = template.specPath().child("volumes").index(i);
        findings.add(Finding.at(
                template.owner(),
                volume.child("name"),
                "no container mounts the volume '" + name + "'")
            .withRepair(Repair.inMeaning().remove(volume)));
      }
    }
    return findings;
  }

  /** Whether something adds containers to the pods, which may mount what is there. */
  private static boolean isInjectedInto(PodTemplate template, List<String> patterns) {
    return template.annotations().keySet().stream()
        .anyMatch(key -> patterns.stream().anyMatch(pattern -> Wildcard.matches(pattern, key)));
  }

  private static Set<String> mounted(PodTemplate template) {
    Set<String> names = new HashSet<>();
    for (Container container : template.containers()) {
      for (String list : MOUNTS) {
        container
            .node()
            .get(list)
            .items()
            .forEach(mount -> names.add(mount.get("name").text()));
      }
    }
    return names;
  }
}
