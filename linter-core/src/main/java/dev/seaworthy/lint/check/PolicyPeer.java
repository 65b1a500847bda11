package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.NamespaceChoice;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.manifest.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Some pods that a rule of a NetworkPolicy speaks of.
 *
 * @param pods which of the pods
 * @param namespaces those namespaces of the input that are known to be meant; none if that is unknown
 */
record PolicyPeer(LabelSelector pods, NamespaceChoice namespaces) {

  private static final GroupKind NAMESPACE = GroupKind.of("", "Namespace");
  private static final String NAME = "kubernetes.io/metadata.name";

  /** Reads {@code peer} of {@code policy}; addresses are no pods of anywhere. */
  static PolicyPeer of(Node peer, InputObject policy, ResourceGraph graph) {
    Node pods = peer.get("podSelector");
    LabelSelector selector = pods.isAbsent() ? LabelSelector.EVERYTHING : LabelSelector.of(pods);
    if (peer.get("ipBlock").isPresent()) {
      return new PolicyPeer(selector, NamespaceChoice.of(Set.of()));
    }
    Node namespaces = peer.get("namespaceSelector");
    return new PolicyPeer(
        selector,
        NamespaceChoice.of(
            namespaces.isAbsent()
                ? Set.of(graph.namespaceOf(policy))
                : matching(LabelSelector.of(namespaces), graph)));
  }

  /** Of namespaces without an object only their name is known, which is a label, too. */
  private static Set<String> matching(LabelSelector selector, ResourceGraph graph) {
    Set<String> found = new HashSet<>();
    Set<String> described = new HashSet<>();
    graph.ofKindAnywhere(NAMESPACE).forEach(namespace -> {
      described.add(namespace.name());
      Map<String, String> labels = new HashMap<>(namespace.resource().labels());
      labels.put(NAME, namespace.name());
      if (selector.matches(labels)) {
        found.add(namespace.name());
      }
    });
    boolean byNameAlone = selector.without(NAME::equals).isEmpty() && !selector.isEmpty();
    graph.namespaces().stream()
        .filter(name -> byNameAlone && !described.contains(name))
        .filter(name -> selector.matches(Map.of(NAME, name)))
        .forEach(found::add);
    return found;
  }

  /** Whether it speaks of pods of the input at all. */
  boolean isKnown() {
    return !namespaces.names().isEmpty();
  }
}
