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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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
    Isolated isolated = graph.derivedOfAll(Isolation.class, Isolation::new).of(pods);
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

  /** Pods of the same labels are selected by the same policies, which are gone through once. */
  private static final class Isolation {

    private final ResourceGraph graph;
    private final Map<Pods, Isolated> known = new ConcurrentHashMap<>();

    Isolation(ResourceGraph graph) {
      this.graph = graph;
    }

    private record Pods(String namespace, Map<String, String> labels) {}

    Isolated of(PodTemplate template) {
      Pods pods = new Pods(graph.namespaceOf(template.owner()), template.labels());
      Isolated isolated = known.get(pods);
      if (isolated == null) {
        List<InputObject> policies = graph.selecting().policiesAnywhere(template);
        isolated = new Isolated(
            isAnyTowards(PolicyTypes.INGRESS, policies),
            isAnyTowards(PolicyTypes.EGRESS, policies),
            ForeignPolicies.maySelect(template, graph));
        known.put(pods, isolated);
      }
      return isolated;
    }

    private static boolean isAnyTowards(String direction, List<InputObject> policies) {
      return policies.stream().anyMatch(policy -> PolicyTypes.isolates(policy, direction));
    }
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
