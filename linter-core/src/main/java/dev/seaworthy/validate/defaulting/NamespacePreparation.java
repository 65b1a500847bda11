package dev.seaworthy.validate.defaulting;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Labels a Namespace with its own name, so that selectors can ask for it, and holds it until it is
 * empty.
 */
final class NamespacePreparation implements KindPreparation {

  private static final String NAME_LABEL = "kubernetes.io/metadata.name";
  private static final List<String> FINALIZERS = List.of("spec", "finalizers");
  private static final Scalar KUBERNETES = Scalar.of("kubernetes");

  @Override
  public GroupKind kind() {
    return GroupKind.of("", "Namespace");
  }

  @Override
  public Mapping prepare(Value namespace, Request request, Errors errors) {
    Mapping object =
        labelled((Mapping) namespace.node(), namespace.at("metadata", "name").text());
    return request.isCreate() ? held(object) : withFinalizersOf(namespace.previous(), object);
  }

  private static Mapping labelled(Mapping object, String name) {
    return name.isEmpty()
        ? object
        : object.withAt(List.of("metadata", "labels", NAME_LABEL), Scalar.of(name));
  }

  private static Mapping held(Mapping object) {
    List<Node> finalizers = new ArrayList<>(object.at("spec", "finalizers").items());
    if (finalizers.stream().noneMatch(KUBERNETES::sameAs)) {
      finalizers.add(KUBERNETES);
    }
    return object.withAt(FINALIZERS, Sequence.of(finalizers));
  }

  /** A subresource of its own changes them. */
  private static Mapping withFinalizersOf(Node previous, Mapping object) {
    Node before = previous.at("spec", "finalizers");
    return before.isAbsent() ? object : object.withAt(FINALIZERS, before);
  }
}
