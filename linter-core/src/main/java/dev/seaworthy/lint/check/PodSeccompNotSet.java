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
import java.util.Set;

/** Containers for which no seccomp profile holds. */
final class PodSeccompNotSet implements PodCheck {

  private static final String FIELD = "seccompProfile";
  private static final Set<String> CONFINING = Set.of("RuntimeDefault", "Localhost");

  @Override
  public List<Finding> check(PodTemplate template, CheckContext context) {
    if (WindowsPods.areExempt(template, context)) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    List<Container> silent =
        template.containers().stream().filter(c -> profile(c).isAbsent()).toList();
    Node ofPod = template.spec().at("securityContext", FIELD);
    if (ofPod.isPresent()) {
      boolean counts = !silent.isEmpty() || readsPodByItself(context);
      if (counts) {
        confining(template, SecurityContexts.ofPod(template), findings);
      }
    } else {
      missing(template, silent, findings);
    }
    template.containers().stream()
        .filter(container -> profile(container).isPresent())
        .forEach(c -> confining(template, SecurityContexts.of(c), findings));
    return findings;
  }

  private static boolean readsPodByItself(CheckContext context) {
    return context.isProfile(RuleProfile.POD_SECURITY_RESTRICTED);
  }

  private static Node profile(Container container) {
    return container.node().at("securityContext", FIELD);
  }

  /** One finding if nobody says anything: the pod is the place to say it. */
  private static void missing(
      PodTemplate template, List<Container> silent, List<Finding> findings) {
    if (!silent.isEmpty() && silent.size() == template.containers().size()) {
      findings.add(Finding.at(
              template.owner(),
              SecurityContexts.ofPod(template).child(FIELD),
              "the containers have no seccomp profile")
          .withRepair(confined(SecurityContexts.ofPod(template))));
    } else {
      silent.forEach(container -> findings.add(Finding.at(
              template.owner(),
              SecurityContexts.of(container).child(FIELD),
              "container '" + container.name() + "' has no seccomp profile, and the pod gives none")
          .withRepair(confined(SecurityContexts.of(container)))));
    }
  }

  private static Repair confined(FieldPath context) {
    return Repair.inMeaning().put(context.child(FIELD).child("type"), Scalar.of("RuntimeDefault"));
  }

  private static void confining(PodTemplate template, FieldPath context, List<Finding> findings) {
    FieldPath type = context.child(FIELD).child("type");
    String word = template.owner().at(type).text();
    if (!CONFINING.contains(word)) {
      findings.add(Finding.at(
              template.owner(),
              type,
              "the seccomp profile is " + (word.isEmpty() ? "of no type" : word)
                  + ", must be RuntimeDefault or Localhost")
          .withRepair(confined(context)));
    }
  }
}
