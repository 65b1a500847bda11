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
    Isolated isolated =
        graph.derivedOfAll(Isolation.class, Isolation::in).pods().of(pods);
    List<Finding> findings = new ArrayList<>();
    for (String direction : context.texts("need")) {
      if (!isolated.towards(direction)) {
        findings.add(finding(pods, direction));
      }
    }
    return findings.isEmpty() || isolated.elsewhere() ? List.of() : findings;
  }

  /**
   * What isolates pods.
   *
   * @param elsewhere whether a policy of another maker may
   */
  private record Isolated(boolean ingress, boolean egress, boolean elsewhere) {

    boolean towards(String direction) {
      return direction.equals(PolicyTypes.INGRESS) ? ingress : egress;
    }
  }

  /** What isolates which pods. */
  private record Isolation(AlikePods<Isolated> pods) {

    static Isolation in(ResourceGraph graph) {
      return new Isolation(new AlikePods<>(graph, template -> isolated(template, graph)));
    }
  }

  private static Isolated isolated(PodTemplate pods, ResourceGraph graph) {
    List<InputObject> policies = graph.selecting().policiesAnywhere(pods);
    return new Isolated(
        isAnyTowards(PolicyTypes.INGRESS, policies),
        isAnyTowards(PolicyTypes.EGRESS, policies),
        ForeignPolicies.maySelect(pods, graph));
  }

  private static boolean isAnyTowards(String direction, List<InputObject> policies) {
    return policies.stream().anyMatch(policy -> PolicyTypes.isolates(policy, direction));
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
