package dev.seaworthy.lint.check;

import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodSelectors;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Policies by which pods of the input can no longer look up names. */
final class NetworkPolicyBlocksDns implements RelationCheck {

  private static final FieldPath EGRESS = FieldPath.of("spec", "egress");

  @Override
  public List<Finding> check(InputObject policy, RelationContext context) {
    ResourceGraph graph = context.graph();
    if (!PolicyTypes.isolates(policy, PolicyTypes.EGRESS) || givesDns(policy, graph)) {
      return List.of();
    }
    LabelSelector selector = PodSelectors.of(policy).orElse(LabelSelector.NOTHING);
    @Nullable
    PodTemplate deaf = graph
        .pods()
        .ofSelected(
            Deaf.class,
            selector,
            graph.namespaceOf(policy),
            pods -> Deaf.of(pods.filter(NetworkPolicyBlocksDns::needsNames), graph))
        .byCulprit()
        .get(policy);
    return deaf == null ? List.of() : List.of(finding(policy, deaf, graph));
  }

  /** The first pods that each policy is to be told of for. */
  private record Deaf(Map<InputObject, PodTemplate> byCulprit) {

    static Deaf of(Stream<PodTemplate> pods, ResourceGraph graph) {
      Map<InputObject, PodTemplate> byCulprit = new HashMap<>();
      Culprits culprits =
          graph.derived(Culprits.class, g -> new Culprits(new ConcurrentHashMap<>()));
      pods.forEach(template -> culprits
          .of(template, graph)
          .ifPresent(culprit -> byCulprit.putIfAbsent(culprit, template)));
      return new Deaf(byCulprit);
    }
  }

  private static boolean needsNames(PodTemplate pods) {
    return !pods.spec().get("hostNetwork").isTrue()
        && !pods.spec().get("dnsPolicy").text().equals("None");
  }

  /** For pods that no policy lets look up names, the policy to be told of; found once for each labels. */
  private record Culprits(Map<Pods, Optional<InputObject>> byPods) {

    private record Pods(String namespace, Map<String, String> labels) {}

    Optional<InputObject> of(PodTemplate pods, ResourceGraph graph) {
      Pods key = new Pods(graph.namespaceOf(pods.owner()), pods.labels());
      return byPods.computeIfAbsent(key, k -> find(isolating(pods, graph), graph));
    }

    /** The first; where some do more than to deny all, the first of these. */
    private static Optional<InputObject> find(List<InputObject> policies, ResourceGraph graph) {
      if (policies.stream().anyMatch(policy -> givesDns(policy, graph))) {
        return Optional.empty();
      }
      return policies.stream()
          .filter(policy -> !deniesAll(policy))
          .findFirst()
          .or(() -> policies.stream().findFirst());
    }
  }

  private static List<InputObject> isolating(PodTemplate pods, ResourceGraph graph) {
    return graph.selecting().policiesAnywhere(pods).stream()
        .filter(policy -> PolicyTypes.isolates(policy, PolicyTypes.EGRESS))
        .toList();
  }

  private static boolean givesDns(InputObject policy, ResourceGraph graph) {
    String namespace = graph.namespaceOf(policy);
    return policy.at(EGRESS).items().stream()
        .anyMatch(rule -> DnsAllowance.isGivenBy(rule, namespace));
  }

  private static boolean deniesAll(InputObject policy) {
    Node egress = policy.at(EGRESS);
    return egress.size() == 0;
  }

  private static Finding finding(InputObject policy, PodTemplate pods, ResourceGraph graph) {
    InputObject owner = pods.owner();
    Finding finding = Finding.at(
            policy,
            EGRESS,
            owner.kind().kind() + " " + owner.name()
                + " cannot look up names: no policy lets it speak to port 53/UDP")
        .related(owner, pods.path().child("metadata").child("labels"), "selected here");
    return isolating(pods, graph).stream().allMatch(NetworkPolicyBlocksDns::deniesAll)
        ? finding.withSeverity(Severity.INFO)
        : finding;
  }
}
