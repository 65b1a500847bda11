package dev.seaworthy.validate.defaulting;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import java.util.List;
import java.util.Optional;

/** The version in which the first objects of a new definition will be stored. */
final class CustomResourceDefinitionPreparation implements KindPreparation {

  @Override
  public GroupKind kind() {
    return GroupKind.of("apiextensions.k8s.io", "CustomResourceDefinition");
  }

  @Override
  public Mapping prepare(Value object, Request request, Errors errors) {
    Mapping definition = (Mapping) object.node();
    if (request.isUpdate()) {
      return definition;
    }
    Optional<Node> stored = definition.at("spec", "versions").items().stream()
        .filter(version -> version.get("storage").booleanOr(false))
        .map(version -> version.get("name"))
        .findFirst();
    return stored
        .map(name ->
            definition.withAt(List.of("status", "storedVersions"), Sequence.of(List.of(name))))
        .orElse(definition);
  }
}
