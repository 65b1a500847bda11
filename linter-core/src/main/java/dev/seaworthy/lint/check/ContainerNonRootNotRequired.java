package dev.seaworthy.lint.check;

import dev.seaworthy.graph.Container;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.Repair;
import dev.seaworthy.lint.RuleProfile;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import java.util.ArrayList;
import java.util.List;

/** Containers that nothing keeps from starting as root. */
final class ContainerNonRootNotRequired implements PodCheck {

  private static final String FIELD = "runAsNonRoot";

  @Override
  public List<Finding> check(PodTemplate template, CheckContext context) {
    boolean windows = context.parameter("windowsExempt").isTrue() && template.isForWindows();
    if (UserNamespace.excuses(template, context) || windows && !isRestricted(context)) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    if (isRestricted(context)) {
      refusedAtThePod(template, findings);
    }
    List<Container> lacking = template.containers().stream()
        .filter(c -> !isHeld(template, c, context))
        .toList();
    boolean nobodySays =
        template.containers().stream().noneMatch(SecurityContexts::has) && findings.isEmpty();
    if (nobodySays && !lacking.isEmpty()) {
      FieldPath ofPod = SecurityContexts.ofPod(template).child(FIELD);
      Finding finding =
          Finding.at(template.owner(), ofPod, "nothing keeps the containers from starting as root");
      boolean wantsRoot =
          template.containers().stream().anyMatch(container -> wantsRoot(template, container));
      findings.add(wantsRoot ? finding : finding.withRepair(held(ofPod)));
    } else {
      lacking.forEach(container -> findings.add(finding(template, container)));
    }
    return findings;
  }

  private static boolean isRestricted(CheckContext context) {
    return context.isProfile(RuleProfile.POD_SECURITY_RESTRICTED);
  }

  /** The admission plugin refuses a pod that says false, whatever its containers say. */
  private static void refusedAtThePod(PodTemplate template, List<Finding> findings) {
    FieldPath ofPod = SecurityContexts.ofPod(template).child(FIELD);
    if (!template.owner().at(ofPod).booleanOr(true)) {
      findings.add(Finding.at(template.owner(), ofPod, "the pods may start as root"));
    }
  }

  private static boolean isHeld(PodTemplate template, Container container, CheckContext context) {
    Node security = template.securityOf(container);
    boolean userIsEnough =
        context.parameter("userIsEnough").booleanOr(true) && !isRestricted(context);
    return security.get(FIELD).isTrue()
        || userIsEnough && security.get("runAsUser").longOr(0) > 0
        || isToldOfThePod(template, container, context);
  }

  private static boolean isToldOfThePod(
      PodTemplate template, Container container, CheckContext context) {
    return isRestricted(context)
        && container.node().at("securityContext", FIELD).isAbsent()
        && !template.spec().at("securityContext", FIELD).booleanOr(true);
  }

  private static Finding finding(PodTemplate template, Container container) {
    FieldPath field = SecurityContexts.of(container).child(FIELD);
    Finding finding = Finding.at(
        template.owner(),
        field,
        "nothing keeps container '" + container.name() + "' from starting as root");
    return wantsRoot(template, container) ? finding : finding.withRepair(held(field));
  }

  /** The kubelet would not start it. */
  private static boolean wantsRoot(PodTemplate template, Container container) {
    return template.securityOf(container).get("runAsUser").longOr(1) == 0;
  }

  private static Repair held(FieldPath field) {
    return Repair.inMeaning().put(field, Scalar.of(true));
  }
}
