package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import java.util.List;
import java.util.Optional;

/**
 * Objects that come before their Namespace: {@code kubectl apply -f FOLDER} takes the files of a
 * folder by their names, and what stands in a file from top to bottom.
 */
final class NamespaceAppliedLate implements RelationCheck {

  private static final GroupKind NAMESPACE = GroupKind.of("", "Namespace");
  private static final FieldPath PLACE = FieldPath.of("metadata", "namespace");

  @Override
  public List<Finding> check(InputObject object, RelationContext context) {
    String namespace = object.resource().namespace();
    ResourceGraph graph = context.graph();
    if (namespace.isEmpty() || isPutInOrder(object) || graph.isClusterScoped(object.kind())) {
      return List.of();
    }
    List<InputObject> declared = graph.find(new ObjectKey(NAMESPACE, "", namespace));
    Optional<InputObject> late =
        declared.stream().filter(one -> comesAfter(one, object, graph)).findFirst();
    boolean isEarlyToo = declared.stream().anyMatch(one -> !comesAfter(one, object, graph));
    return late.isEmpty() || isEarlyToo ? List.of() : List.of(finding(object, late.get()));
  }

  /** A kustomization sorts what it lists, namespaces first. */
  private static boolean isPutInOrder(InputObject object) {
    return object.placement().amidKustomization() || !object.placement().unit().isEmpty();
  }

  /** Only of one file or one folder is the order known. */
  private static boolean comesAfter(InputObject one, InputObject other, ResourceGraph graph) {
    if (one.file().equals(other.file())) {
      return graph.isBefore(other, one);
    }
    return FilePlace.folder(one.file()).equals(FilePlace.folder(other.file()))
        && one.file().compareTo(other.file()) > 0;
  }

  private static Finding finding(InputObject object, InputObject namespace) {
    return Finding.at(
            object,
            PLACE,
            "the first apply fails here: the Namespace '" + namespace.name() + "' comes later")
        .related(namespace, FieldPath.of("metadata", "name"), "applied after it");
  }
}
