package dev.seaworthy.lint.check;

import dev.seaworthy.graph.Container;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.ObjectCheck;
import dev.seaworthy.lint.RuleProfile;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;

/** Containers that are root. One place decides for all containers that say nothing: the pod's. */
final class ContainerRootUser implements ObjectCheck {

  @Override
  public List<Finding> check(InputObject object, CheckContext context) {
    return object
        .template()
        .filter(template -> !isExempt(template, context))
        .map(template -> check(template, context))
        .orElse(List.of());
  }

  private static boolean isExempt(PodTemplate template, CheckContext context) {
    return UserNamespace.excuses(template, context)
        || !isRestricted(context) && template.isForWindows();
  }

  private static boolean isRestricted(CheckContext context) {
    return context.settings().profile() == RuleProfile.POD_SECURITY_RESTRICTED;
  }

  private static List<Finding> check(PodTemplate template, CheckContext context) {
    List<Finding> findings = new ArrayList<>();
    boolean podIsRoot = isRoot(template.spec());
    boolean podDecides = isRestricted(context);
    for (Container container : template.containers()) {
      if (isRoot(container.node())) {
        findings.add(finding(
            template, container.path(), "container '" + container.name() + "' runs as root"));
      }
      podDecides |= container.node().at("securityContext", "runAsUser").isAbsent();
    }
    if (podIsRoot && podDecides) {
      findings.add(
          0,
          finding(
              template,
              template.specPath(),
              "the containers run as root where they do not say otherwise"));
    }
    return findings;
  }

  private static boolean isRoot(Node holder) {
    return holder.at("securityContext", "runAsUser").longOr(-1) == 0;
  }

  private static Finding finding(PodTemplate template, FieldPath holder, String message) {
    return Finding.at(
        template.owner(), holder.child("securityContext").child("runAsUser"), message);
  }
}
