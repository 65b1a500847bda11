package dev.seaworthy.lint.check;

import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.NearestPods;
import dev.seaworthy.graph.OperatedPods;
import dev.seaworthy.graph.OperatorLabels;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.graph.RuntimeLabels;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Peers of a network policy that no pods of the input are. */
final class NetworkPolicyPeerDangling implements RelationCheck {

  private static final Map<String, String> SECTIONS = Map.of("ingress", "from", "egress", "to");

  @Override
  public List<Finding> check(InputObject policy, RelationContext context) {
    List<Finding> findings = new ArrayList<>();
    if (context.world().isOpen()) {
      return findings;
    }
    SECTIONS.forEach((section, peers) -> {
      FieldPath rules = FieldPath.of("spec", section);
      for (int i = 0; i < policy.at(rules).size(); i++) {
        FieldPath list = rules.index(i).child(peers);
        for (int j = 0; j < policy.at(list).size(); j++) {
          check(policy, list.index(j), context, findings);
        }
      }
    });
    return findings;
  }

  private static void check(
      InputObject policy, FieldPath place, RelationContext context, List<Finding> findings) {
    ResourceGraph graph = context.graph();
    PolicyPeer peer = PolicyPeer.of(policy.at(place), policy, graph);
    LabelSelector stable = peer.pods().without(RuntimeLabels::isOne);
    boolean asksAll = policy.at(place.child("podSelector")).isAbsent() || stable.isEmpty();
    boolean fine = asksAll
        || !peer.isKnown()
        || DanglingSelector.isForOperatorPods(peer.pods(), context.texts("selectedBy"))
        || OperatorLabels.areIn(peer.pods(), graph)
        || peer.namespaces().names().stream()
            .anyMatch(namespace -> graph.mayHaveUnreadablePods(namespace)
                || graph.pods().selectsAnywhere(stable, namespace));
    if (!fine) {
      Optional<NearestPods> near = peer.namespaces().names().stream()
          .flatMap(namespace -> NearestPods.of(peer.pods(), namespace, graph).stream())
          .findFirst();
      boolean elsewhere = DanglingSelector.isGivenLater(policy, stable, near, graph)
          || near.isEmpty() && OperatedPods.mayBeMeantBy(peer.pods(), graph);
      if (context.world().isClosed() || !elsewhere) {
        findings.add(finding(policy, place, peer, near));
      }
    }
  }

  private static Finding finding(
      InputObject policy, FieldPath place, PolicyPeer peer, Optional<NearestPods> nearest) {
    String message = "no pods of the input have the labels " + peer.pods();
    return nearest
        .map(near -> Finding.at(
                policy, place, message + "; " + near.owner() + " comes near: " + near.difference())
            .related(near.template().owner(), near.place(), near.difference()))
        .orElseGet(() -> Finding.at(policy, place, message));
  }
}
