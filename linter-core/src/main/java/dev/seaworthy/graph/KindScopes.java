package dev.seaworthy.graph;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.KnownKinds;
import java.util.HashMap;
import java.util.Map;

/** Which kinds live in namespaces: as their definition in the input says, else as the API knows. */
final class KindScopes {

  private static final GroupKind DEFINITION =
      GroupKind.of("apiextensions.k8s.io", "CustomResourceDefinition");

  private final KnownKinds known;
  private final Map<GroupKind, Boolean> defined = new HashMap<>();

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
    boolean cluster = definition.resource().at("spec", "scope").text().equals("Cluster");
    defined.put(GroupKind.of(group, kind), !cluster);
  }

  boolean isClusterScoped(GroupKind kind) {
    Boolean namespaced = defined.get(kind);
    return namespaced == null ? !known.traits(kind).namespaced() : !namespaced;
  }

  GroupKind canonical(GroupKind kind) {
    return known.canonical(kind);
  }

  boolean makesPods(GroupKind kind) {
    return known.makesPods(kind);
  }
}
