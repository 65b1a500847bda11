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

  /** Whether a ClusterRoleBinding of the input gives the role for the whole cluster. */
  static boolean isBoundInCluster(InputObject role, ResourceGraph graph) {
    return graph.bindingsOf(graph.keyOf(role)).stream()
        .anyMatch(binding -> binding.kind().equals(CLUSTER_ROLE_BINDING));
  }
}
