package dev.seaworthy.lint.check;

import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.Wildcard;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.admission.podsecurity.SafeSysctls;
import java.util.ArrayList;
import java.util.List;

/** Kernel parameters that more than the pod itself feels. */
final class PodSysctlUnsafe implements PodCheck {

  @Override
  public List<Finding> check(PodTemplate template, CheckContext context) {
    List<Finding> findings = new ArrayList<>();
    FieldPath list = SecurityContexts.ofPod(template).child("sysctls");
    List<Node> sysctls = template.owner().at(list).items();
    for (int i = 0; i < sysctls.size(); i++) {
      String name = sysctls.get(i).get("name").text();
      if (!isAllowed(name, context)) {
        findings.add(Finding.at(
            template.owner(),
            list.index(i).child("name"),
            "more than the pod feels the kernel parameter " + name + ", so kubelets refuse it"));
      }
    }
    return findings;
  }

  private static boolean isAllowed(String name, CheckContext context) {
    int minor = context.release().minor();
    if (context.isPodSecurity()) {
      return SafeSysctls.contains(name, minor);
    }
    String dotted = withDots(name);
    return SafeSysctls.contains(dotted, minor)
        || context.texts("allowed").stream()
            .anyMatch(pattern -> Wildcard.matches(withDots(pattern), dotted));
  }

  /** Where the first separator is a slash, slashes and dots have changed places (sysctl.d). */
  private static String withDots(String name) {
    int slash = name.indexOf('/');
    int dot = name.indexOf('.');
    boolean slashed = slash >= 0 && (dot < 0 || slash < dot);
    return slashed ? name.replace('.', '\0').replace('/', '.').replace('\0', '/') : name;
  }
}
