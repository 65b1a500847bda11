package dev.seaworthy.lint.check;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.Reference;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.List;
import java.util.Set;

/** Bindings that let somebody do anything, by cluster-admin or by a role like it. */
final class RbacClusterAdminBinding implements RelationCheck {

  private static final String ADMIN = "cluster-admin";
  private static final FieldPath ROLE = FieldPath.of("roleRef");

  private static final Set<String> EVERY_VERB =
      Set.of("get", "list", "watch", "create", "update", "patch", "delete");

  @Override
  public List<Finding> check(InputObject binding, RelationContext context) {
    Node role = binding.at(ROLE);
    boolean admin =
        role.get("kind").text().equals("ClusterRole") && role.get("name").text().equals(ADMIN);
    boolean allowsAll = admin || isLikeAdmin(binding, context.graph());
    if (!allowsAll || isMeant(binding)) {
      return List.of();
    }
    boolean namespace = binding.kind().kind().equals("RoleBinding");
    String where = namespace ? " in the namespace" : " in the cluster";
    return List.of(Finding.at(binding, ROLE, "whoever is named here may do anything" + where));
  }

  private static boolean isMeant(InputObject binding) {
    List<Node> subjects = binding.at(FieldPath.of("subjects")).items();
    boolean masters = !subjects.isEmpty()
        && subjects.stream()
            .allMatch(subject -> subject.get("kind").text().equals("Group")
                && subject.get("name").text().equals("system:masters"));
    return masters || binding.name().equals(ADMIN) || binding.name().startsWith("system:");
  }

  private static boolean isLikeAdmin(InputObject binding, ResourceGraph graph) {
    return graph.referencesOf(binding).stream()
        .filter(reference -> reference.path().parent().filter(ROLE::equals).isPresent())
        .map(Reference::target)
        .flatMap(key -> graph.find(key).stream())
        .flatMap(role -> EffectiveRoles.entriesOf(role, graph))
        .anyMatch(RbacClusterAdminBinding::allowsAll);
  }

  private static boolean allowsAll(RoleEntry entry) {
    boolean everyVerb =
        entry.verbs().contains(RoleEntry.ANY) || entry.verbs().containsAll(EVERY_VERB);
    return everyVerb
        && entry.groups().contains(RoleEntry.ANY)
        && entry.resources().contains(RoleEntry.ANY)
        && !entry.isLimitedToNames();
  }
}
