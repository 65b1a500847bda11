package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Storage classes that are not there, or that nobody can tell. */
final class ClaimStorageClassUnknown implements RelationCheck {

  private static final GroupKind CLAIM = GroupKind.of("", "PersistentVolumeClaim");
  /** A volume and its claims find each other by the name alone, if no class is misspelt. */
  private static final GroupKind VOLUME = GroupKind.of("", "PersistentVolume");

  private static final GroupKind CLASS = GroupKind.of("storage.k8s.io", "StorageClass");
  private static final String DEFAULT = "storageclass.kubernetes.io/is-default-class";
  private static final FieldPath NAME = FieldPath.of("spec", "storageClassName");

  @Override
  public List<Finding> check(InputObject object, RelationContext context) {
    List<Finding> findings = new ArrayList<>();
    context.graph().referencesOf(object).stream()
        .filter(reference -> reference.kind().equals(CLASS))
        .forEach(reference -> MissingTarget.check(reference, context)
            .filter(
                finding -> !object.kind().equals(VOLUME) || !finding.related().isEmpty())
            .ifPresent(findings::add));
    boolean left = object.kind().equals(CLAIM) && object.at(NAME).isAbsent();
    List<InputObject> defaults = left ? defaults(context.graph()) : List.of();
    if (defaults.size() > 1) {
      String message = "no class is written, and " + defaults.get(0).name() + " and "
          + defaults.get(1).name() + " are both the default";
      findings.add(Finding.at(object, NAME, message)
          .related(defaults.get(1), FieldPath.of("metadata", "annotations"), "one too many"));
    }
    return findings;
  }

  /** Of those of one name the first: editions of one class are no second one. */
  private static List<InputObject> defaults(ResourceGraph graph) {
    Set<String> names = new HashSet<>();
    return graph
        .ofKind(CLASS)
        .filter(one -> "true".equals(one.resource().annotations().get(DEFAULT)))
        .filter(one -> names.add(one.name()))
        .toList();
  }
}
