package dev.seaworthy.graph;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.catalog.KnownKinds;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of kinds, above all whether they live in namespaces: as their definition in the input
 * says, else as the API knows.
 */
final class KindScopes {

  static final GroupKind DEFINITION =
      GroupKind.of("apiextensions.k8s.io", "CustomResourceDefinition");

  private final KnownKinds known;
  private final Map<GroupKind, InputObject> defined = new HashMap<>();

  KindScopes(KnownKinds known, Iterable<InputObject> objects) {
    this.known = known;
    for (InputObject object : objects) {
      if (object.kind().equals(DEFINITION)) {
        add(object);
      }
    }
  }

  private void add(InputObject definition) {
    String group = definition.resource().at("spec", "group").text();
    String kind = definition.resource().at("spec", "names", "kind").text();
    defined.putIfAbsent(GroupKind.of(group, kind), definition);
  }

  boolean isClusterScoped(GroupKind kind) {
    return definitionOf(kind)
        .map(definition -> definition.resource().at("spec", "scope").text().equals("Cluster"))
        .orElseGet(() -> !known.traits(kind).namespaced());
  }

  /** What the input says of a custom kind. */
  Optional<InputObject> definitionOf(GroupKind kind) {
    return Optional.ofNullable(defined.get(kind));
  }

  GroupKind canonical(GroupKind kind) {
    return known.canonical(kind);
  }

  boolean makesPods(GroupKind kind) {
    return known.makesPods(kind);
  }
}
