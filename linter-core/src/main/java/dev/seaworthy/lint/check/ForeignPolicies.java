package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Network policies of other makers: Cilium, Calico, and those of cluster administrators. */
final class ForeignPolicies {

  private static final List<GroupKind> CILIUM = List.of(
      GroupKind.of("cilium.io", "CiliumNetworkPolicy"),
      GroupKind.of("cilium.io", "CiliumClusterwideNetworkPolicy"));

  /** Their selectors are texts of a language of their own, so that they may select anything. */
  private static final List<GroupKind> CALICO = List.of(
      GroupKind.of("crd.projectcalico.org", "NetworkPolicy"),
      GroupKind.of("crd.projectcalico.org", "GlobalNetworkPolicy"),
      GroupKind.of("projectcalico.org", "NetworkPolicy"),
      GroupKind.of("projectcalico.org", "GlobalNetworkPolicy"));

  private static final List<GroupKind> OF_ADMINISTRATORS = List.of(
      GroupKind.of("policy.networking.k8s.io", "AdminNetworkPolicy"),
      GroupKind.of("policy.networking.k8s.io", "BaselineAdminNetworkPolicy"),
      GroupKind.of("policy.networking.k8s.io", "ClusterNetworkPolicy"));

  private static final Set<String> CILIUM_PREFIXES = Set.of("k8s:", "any:");

  private ForeignPolicies() {}

  /** Whether one of them may select the pods. */
  static boolean maySelect(PodTemplate pods, ResourceGraph graph) {
    return anyOf(CILIUM, pods, graph, ForeignPolicies::ofCilium)
        || anyOf(CALICO, pods, graph, (policy, labels) -> true)
        || anyOf(OF_ADMINISTRATORS, pods, graph, ForeignPolicies::ofAdministrator);
  }

  private interface Selection {
    boolean selects(InputObject policy, Map<String, String> labels);
  }

  private static boolean anyOf(
      List<GroupKind> kinds, PodTemplate pods, ResourceGraph graph, Selection selection) {
    ByNamespace all = graph.derivedOfAll(ByNamespace.class, ByNamespace::of);
    for (GroupKind kind : kinds) {
      for (InputObject policy : all.concerning(pods.owner(), kind, graph)) {
        if (selection.selects(policy, pods.labels())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Thousands of namespaces may have some each, which are nothing to each other's pods. */
  private record ByNamespace(Map<GroupKind, Map<String, List<InputObject>>> policies) {

    static ByNamespace of(ResourceGraph graph) {
      Map<GroupKind, Map<String, List<InputObject>>> policies = new HashMap<>();
      Stream.of(CILIUM, CALICO, OF_ADMINISTRATORS).flatMap(List::stream).forEach(kind -> {
        for (InputObject policy : graph.ofKindAnywhere(kind)) {
          policies
              .computeIfAbsent(kind, k -> new HashMap<>())
              .computeIfAbsent(graph.namespaceOf(policy), n -> new ArrayList<>(1))
              .add(policy);
        }
      });
      return new ByNamespace(policies);
    }

    /**
     * Those that are in the namespace of {@code owner}, or in none as their kind is. Of kinds that are
     * not there that is not asked: only definitions could answer, and all files be searched for these.
     */
    List<InputObject> concerning(InputObject owner, GroupKind kind, ResourceGraph graph) {
      Map<String, List<InputObject>> some = policies.getOrDefault(kind, Map.of());
      if (some.isEmpty()) {
        return List.of();
      }
      String namespace = graph.isClusterScoped(kind) ? "" : graph.namespaceOf(owner);
      return some.getOrDefault(namespace, List.of());
    }
  }

  private static boolean ofCilium(InputObject policy, Map<String, String> labels) {
    Node root = policy.resource().root();
    return selects(root.at("spec", "endpointSelector"), labels)
        || root.get("specs").items().stream()
            .anyMatch(spec -> selects(spec.get("endpointSelector"), labels));
  }

  /** Cilium writes the source of a label before its key. */
  private static boolean selects(Node selector, Map<String, String> labels) {
    Map<String, String> all = labels.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    CILIUM_PREFIXES.forEach(prefix -> labels.forEach((key, value) -> all.put(prefix + key, value)));
    return LabelSelector.of(selector).matches(all);
  }

  /** A subject of whole namespaces may be any: the labels of namespaces are rarely in the input. */
  private static boolean ofAdministrator(InputObject policy, Map<String, String> labels) {
    Node subject = policy.resource().at("spec", "subject");
    return subject.get("namespaces").isPresent()
        || LabelSelector.of(subject.at("pods", "podSelector")).matches(labels);
  }
}
