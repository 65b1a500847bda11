package dev.seaworthy.lint.check;

import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.manifest.FieldPath;
import java.util.ArrayList;
import java.util.List;

/** Containers whose processes or volumes belong to group 0. */
final class ContainerRootGroup implements PodCheck {

  @Override
  public List<Finding> check(PodTemplate template, CheckContext context) {
    List<Finding> findings = new ArrayList<>();
    FieldPath ofPod = SecurityContexts.ofPod(template);
    add(template, ofPod.child("fsGroup"), findings);
    FieldPath more = ofPod.child("supplementalGroups");
    int size = template.owner().at(more).items().size();
    for (int i = 0; i < size; i++) {
      add(template, more.index(i), findings);
    }
    SecurityContexts.deciding(template, "runAsGroup")
        .forEach(place -> add(template, place, findings));
    return findings;
  }

  private static void add(PodTemplate template, FieldPath place, List<Finding> findings) {
    if (template.owner().at(place).longOr(-1) == 0) {
      findings.add(Finding.at(
          template.owner(), place, "with this the processes have what the group of root has"));
    }
  }
}
