package dev.seaworthy.validate.defaulting;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import java.util.List;

/** Labels a Namespace with its own name, so that selectors can ask for it. */
final class NamespacePreparation implements KindPreparation {

  private static final String NAME_LABEL = "kubernetes.io/metadata.name";

  @Override
  public GroupKind kind() {
    return GroupKind.of("", "Namespace");
  }

  @Override
  public Mapping prepare(Value namespace, Request request, Errors errors) {
    Mapping object = (Mapping) namespace.node();
    String name = namespace.at("metadata", "name").text();
    return name.isEmpty()
        ? object
        : object.withAt(List.of("metadata", "labels", NAME_LABEL), Scalar.of(name));
  }
}
