package dev.seaworthy.lint.check;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import java.util.ArrayList;
import java.util.List;

/** Pods that no network policy isolates. What a policy's rules allow does not matter here. */
final class NetworkPolicyMissing implements RelationCheck {

  @Override
  public List<Finding> check(InputObject object, RelationContext context) {
    return object
        .template()
        .filter(pods -> !pods.spec().get("hostNetwork").isTrue())
        .map(pods -> check(pods, context))
        .orElse(List.of());
  }

  private static List<Finding> check(PodTemplate pods, RelationContext context) {
    ResourceGraph graph = context.graph();
    List<InputObject> policies = graph.selecting().policiesAnywhere(pods);
    List<Finding> findings = new ArrayList<>();
    for (String direction : context.texts("need")) {
      if (policies.stream().noneMatch(policy -> PolicyTypes.isolates(policy, direction))) {
        findings.add(finding(pods, direction));
      }
    }
    return findings.isEmpty() || ForeignPolicies.maySelect(pods, graph) ? List.of() : findings;
  }

  private static Finding finding(PodTemplate pods, String direction) {
    FieldPath labels = pods.path().child("metadata").child("labels");
    FieldPath place = pods.labels().isEmpty() ? pods.specPath() : labels;
    boolean in = direction.equals(PolicyTypes.INGRESS);
    return Finding.at(
        pods.owner(),
        place,
        in
            ? "no network policy says who may speak to these pods"
            : "no network policy says whom these pods may speak to");
  }
}
