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
import java.util.List;
import java.util.Optional;

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
    Optional<PodTemplate> deaf = graph
        .templatesMatching(selector, graph.namespaceOf(policy))
        .filter(pods -> needsNames(pods) && isCutOffFirstBy(policy, pods, graph))
        .findFirst();
    return deaf.map(pods -> List.of(finding(policy, pods, graph))).orElse(List.of());
  }

  private static boolean needsNames(PodTemplate pods) {
    return !pods.spec().get("hostNetwork").isTrue()
        && !pods.spec().get("dnsPolicy").text().equals("None");
  }

  /** Of several policies that cut the same pods off, the first is told of. */
  private static boolean isCutOffFirstBy(
      InputObject policy, PodTemplate pods, ResourceGraph graph) {
    List<InputObject> policies = isolating(pods, graph);
    return policies.stream().noneMatch(other -> givesDns(other, graph))
        && policies.stream()
            .filter(other ->
                policies.stream().allMatch(NetworkPolicyBlocksDns::deniesAll) || !deniesAll(other))
            .findFirst()
            .filter(first -> first == policy)
            .isPresent();
  }

  private static List<InputObject> isolating(PodTemplate pods, ResourceGraph graph) {
    return graph.policiesAnywhere(pods).stream()
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
