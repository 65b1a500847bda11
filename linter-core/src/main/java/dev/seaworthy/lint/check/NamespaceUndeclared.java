package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.NearMiss;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import java.util.List;
import java.util.Optional;

/** Objects of namespaces that the input does not make, though it makes others. */
final class NamespaceUndeclared implements RelationCheck {

  private static final GroupKind NAMESPACE = GroupKind.of("", "Namespace");
  /** Its installer sets the namespace, and its authors write a word that says so. */
  private static final GroupKind SERVICE_VERSION =
      GroupKind.of("operators.coreos.com", "ClusterServiceVersion");

  private static final String TO_BE_SET = "placeholder";

  private static final FieldPath PLACE = FieldPath.of("metadata", "namespace");

  @Override
  public List<Finding> check(InputObject object, RelationContext context) {
    String namespace = object.resource().namespace();
    ObjectKey key = new ObjectKey(NAMESPACE, "", namespace);
    boolean asked = !namespace.isEmpty()
        && !(object.kind().equals(SERVICE_VERSION) && namespace.equals(TO_BE_SET))
        && !context.graph().isClusterScoped(object.kind())
        && context.graph().hasAny(NAMESPACE)
        && context.world().isAbsent(key);
    return asked ? List.of(finding(object, key, context)) : List.of();
  }

  private static Finding finding(InputObject object, ObjectKey key, RelationContext context) {
    String message = "no Namespace '" + key.name() + "' is in the input, though others are";
    Optional<InputObject> near = NearMiss.of(key, context.graph()).flatMap(context.graph()::find);
    return near.map(other -> Finding.at(
                object,
                PLACE,
                "no Namespace '" + key.name() + "' is in the input; there is '" + other.name()
                    + "'")
            .withSeverity(Severity.WARNING)
            .related(other, FieldPath.of("metadata", "name"), "this one is there"))
        .orElseGet(() -> Finding.at(object, PLACE, message));
  }
}
