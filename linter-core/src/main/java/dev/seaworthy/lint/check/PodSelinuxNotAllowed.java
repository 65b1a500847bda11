package dev.seaworthy.lint.check;

import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** SELinux labels that do more than keep pods apart. */
final class PodSelinuxNotAllowed implements PodCheck {

  private static final Set<String> TYPES =
      Set.of("", "container_t", "container_init_t", "container_kvm_t");

  private static final String ENGINE = "container_engine_t";
  private static final int ENGINE_SINCE = 31;

  @Override
  public List<Finding> check(PodTemplate template, CheckContext context) {
    List<Finding> findings = new ArrayList<>();
    for (FieldPath security : SecurityContexts.all(template)) {
      FieldPath options = security.child("seLinuxOptions");
      Node label = template.owner().at(options);
      if (!isConfining(label.get("type").text(), context)) {
        add(template, options.child("type"), "frees the processes", findings);
      }
      if (!label.get("user").text().isEmpty()) {
        add(template, options.child("user"), "must be left to the runtime", findings);
      }
      if (!label.get("role").text().isEmpty()) {
        add(template, options.child("role"), "must be left to the runtime", findings);
      }
    }
    return findings;
  }

  private static boolean isConfining(String type, CheckContext context) {
    return TYPES.contains(type) || type.equals(ENGINE) && context.release().minor() >= ENGINE_SINCE;
  }

  private static void add(
      PodTemplate template, FieldPath place, String what, List<Finding> findings) {
    String value = template.owner().at(place).text();
    findings.add(Finding.at(
        template.owner(), place, "the SELinux " + place.lastStep() + " " + value + " " + what));
  }
}
