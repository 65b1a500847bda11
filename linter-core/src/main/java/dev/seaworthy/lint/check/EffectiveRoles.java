package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.manifest.FieldPath;
import java.util.List;
import java.util.stream.Stream;

/** What a role allows in the end: an aggregated ClusterRole has the entries of those it selects. */
final class EffectiveRoles {

  private static final String RBAC = "rbac.authorization.k8s.io";

  static final GroupKind CLUSTER_ROLE = GroupKind.of(RBAC, "ClusterRole");
  static final GroupKind CLUSTER_ROLE_BINDING = GroupKind.of(RBAC, "ClusterRoleBinding");
  private static final FieldPath SELECTORS =
      FieldPath.of("aggregationRule", "clusterRoleSelectors");

  private EffectiveRoles() {}

  static Stream<RoleEntry> entriesOf(InputObject role, ResourceGraph graph) {
    List<LabelSelector> selectors =
        role.at(SELECTORS).items().stream().map(LabelSelector::of).toList();
    Stream<RoleEntry> own = RoleEntry.of(role).stream();
    return selectors.isEmpty()
        ? own
        : Stream.concat(
            own,
            graph
                .ofKind(CLUSTER_ROLE)
                .filter(other -> other != role
                    && selectors.stream()
                        .anyMatch(selector -> selector.matches(other.resource().labels())))
                .flatMap(other -> RoleEntry.of(other).stream()));
  }

  /** Whether an aggregated ClusterRole anywhere in the input takes in what {@code role} allows. */
  static boolean isAggregated(InputObject role, ResourceGraph graph) {
    return role.kind().equals(CLUSTER_ROLE)
        && graph.derivedOfAll(Aggregators.class, Aggregators::of).select(role);
  }

  /** What the aggregated ClusterRoles of an input select by. */
  private record Aggregators(List<LabelSelector> selectors) {

    static Aggregators of(ResourceGraph graph) {
      return new Aggregators(graph.ofKindAnywhere(CLUSTER_ROLE).stream()
          .flatMap(role -> role.at(SELECTORS).items().stream())
          .map(LabelSelector::of)
          .toList());
    }

    boolean select(InputObject role) {
      return selectors.stream()
          .anyMatch(selector -> selector.matches(role.resource().labels()));
    }
  }

  /** Whether a ClusterRoleBinding of the input gives the role for the whole cluster. */
  static boolean isBoundInCluster(InputObject role, ResourceGraph graph) {
    return graph.bindingsOf(graph.keyOf(role)).stream()
        .anyMatch(binding -> binding.kind().equals(CLUSTER_ROLE_BINDING));
  }
}
