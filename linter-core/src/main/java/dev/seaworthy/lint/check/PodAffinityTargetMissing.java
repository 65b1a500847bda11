package dev.seaworthy.lint.check;

import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.lint.RuleProfile;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;

/** Pods that want to be near others that are not there: required, they wait for ever. */
final class PodAffinityTargetMissing implements RelationCheck {

  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
  private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";

  @Override
  public List<Finding> check(InputObject object, RelationContext context) {
    List<Finding> findings = new ArrayList<>();
    object.template().ifPresent(pods -> {
      FieldPath affinity = pods.specPath().child("affinity").child("podAffinity");
      check(pods, affinity.child(REQUIRED), "", context, findings);
      RuleProfile profile = context.own().settings().profile();
      if (profile == RuleProfile.STRICT) {
        List<Finding> preferred = new ArrayList<>();
        check(pods, affinity.child(PREFERRED), "podAffinityTerm", context, preferred);
        preferred.forEach(finding -> findings.add(finding.withSeverity(Severity.INFO)));
      }
    });
    return findings;
  }

  private static void check(
      PodTemplate pods,
      FieldPath list,
      String below,
      RelationContext context,
      List<Finding> findings) {
    InputObject owner = pods.owner();
    for (int i = 0; i < owner.at(list).size(); i++) {
      FieldPath place = list.index(i);
      Node term = owner.at(below.isEmpty() ? place : place.child(below));
      LabelSelector selector = LabelSelector.of(term.get("labelSelector"));
      boolean asked = !selector.isAbsent()
          && !selector.isEmpty()
          && !selector.matches(pods.labels())
          && isOwnNamespace(term, owner, context);
      if (asked) {
        findings.addAll(DanglingSelector.check(owner, place, selector, context));
      }
    }
  }

  /** Of other namespaces the input may not have all. */
  private static boolean isOwnNamespace(Node term, InputObject owner, RelationContext context) {
    String own = context.graph().namespaceOf(owner);
    return term.get("namespaceSelector").isAbsent()
        && term.get("namespaces").items().stream().allMatch(name -> name.text().equals(own));
  }
}
