package dev.seaworthy.lint.check;

import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.graph.DeclaredPorts;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodSelectors;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;

/** Ports that a network policy names and no pod that it is about declares. */
final class NetworkPolicyPortUnknown implements RelationCheck {

  @Override
  public List<Finding> check(InputObject policy, RelationContext context) {
    ResourceGraph graph = context.graph();
    List<Finding> findings = new ArrayList<>();
    LabelSelector own = PodSelectors.of(policy).orElse(LabelSelector.NOTHING);
    DeclaredPorts selected = graph.pods().portsOf(own, graph.namespaceOf(policy));
    check(policy, "ingress", rule -> List.of(selected), findings);
    check(policy, "egress", rule -> ofPeers(rule, policy, graph), findings);
    return findings;
  }

  private interface Pods {
    List<DeclaredPorts> of(Node rule);
  }

  private static List<DeclaredPorts> ofPeers(Node rule, InputObject policy, ResourceGraph graph) {
    return rule.get("to").items().stream()
        .map(peer -> PolicyPeer.of(peer, policy, graph))
        .flatMap(peer -> peer.namespaces().names().stream()
            .map(namespace -> graph.pods().portsOf(peer.pods(), namespace)))
        .toList();
  }

  private static void check(InputObject policy, String section, Pods pods, List<Finding> findings) {
    FieldPath rules = FieldPath.of("spec", section);
    for (int i = 0; i < policy.at(rules).size(); i++) {
      Node rule = policy.at(rules.index(i));
      FieldPath ports = rules.index(i).child("ports");
      for (int j = 0; j < rule.get("ports").size(); j++) {
        Node port = rule.get("ports").get(j);
        if (port.get("port").isString() && isUnknown(port, pods.of(rule))) {
          findings.add(Finding.at(
              policy,
              ports.index(j).child("port"),
              "none of the pods declares a " + port.get("protocol").stringOr("TCP")
                  + " port named '" + port.get("port").text() + "'"));
        }
      }
    }
  }

  /** Where no pods are known, nothing is known of their ports. */
  private static boolean isUnknown(Node port, List<DeclaredPorts> pods) {
    String protocol = port.get("protocol").stringOr("TCP");
    boolean any = pods.stream().anyMatch(declared -> declared.firstContainer().isPresent());
    return any && pods.stream().noneMatch(declared -> declared.has(port.get("port"), protocol));
  }
}
