package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.Reference;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.List;

/** Claims that pods mount and nothing provides. */
final class PodClaimMissing implements RelationCheck {

  private static final GroupKind CLAIM = GroupKind.of("", "PersistentVolumeClaim");
  private static final GroupKind STATEFUL_SET = GroupKind.of("apps", "StatefulSet");
  private static final FieldPath CLAIM_TEMPLATES = FieldPath.of("spec", "volumeClaimTemplates");

  @Override
  public List<Finding> check(InputObject object, RelationContext context) {
    return context.graph().referencesOf(object).stream()
        .filter(reference -> reference.kind().equals(CLAIM))
        .filter(reference -> !isReplaced(reference) && !isOfStatefulSet(reference, context.graph()))
        .flatMap(reference -> MissingTarget.check(reference, context).stream())
        .toList();
  }

  /** The controller replaces a volume that is named like one of its claim templates. */
  private static boolean isReplaced(Reference reference) {
    String volume = reference
        .path()
        .parent()
        .flatMap(FieldPath::parent)
        .map(path -> reference.from().at(path).get("name").text())
        .orElse("");
    return reference.from().at(CLAIM_TEMPLATES).items().stream()
        .anyMatch(template -> template.at("metadata", "name").text().equals(volume));
  }

  /** {@code data-db-0} is the claim of the first pod of the StatefulSet {@code db}. */
  private static boolean isOfStatefulSet(Reference reference, ResourceGraph graph) {
    String name = reference.name();
    int ordinal = name.lastIndexOf('-');
    if (ordinal < 0 || !name.substring(ordinal + 1).matches("[0-9]{1,9}")) {
      return false;
    }
    String claim = name.substring(0, ordinal);
    for (int dash = claim.indexOf('-'); dash > 0; dash = claim.indexOf('-', dash + 1)) {
      String template = claim.substring(0, dash);
      boolean found =
          graph.findFirst(STATEFUL_SET, reference.namespace(), claim.substring(dash + 1)).stream()
              .flatMap(set -> set.at(CLAIM_TEMPLATES).items().stream())
              .map(item -> item.at("metadata", "name"))
              .map(Node::text)
              .anyMatch(template::equals);
      if (found) {
        return true;
      }
    }
    return false;
  }
}
