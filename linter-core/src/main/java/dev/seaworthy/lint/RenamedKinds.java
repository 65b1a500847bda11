package dev.seaworthy.lint;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.Reference;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.manifest.FieldPath;
import java.util.HashSet;
import java.util.Set;

/**
 * Kinds of which a patch of a kustomization calls some object otherwise than its manifest does: what
 * refers to a name that no manifest has may mean that one.
 */
record RenamedKinds(Set<Place> places) {

  private static final FieldPath NAME = FieldPath.of("metadata", "name");

  /** A kind in what one kustomization lists. */
  private record Place(GroupKind kind, String unit) {}

  static RenamedKinds of(ResourceGraph graph) {
    Set<Place> places = new HashSet<>();
    for (InputObject object : graph.objects()) {
      if (object.placement().customization().patches(NAME)) {
        places.add(new Place(object.kind(), object.placement().unit()));
      }
    }
    return new RenamedKinds(places);
  }

  /** Whether {@code reference} stands where an object of its kind is renamed. */
  boolean mayBeMeantBy(Reference reference) {
    return places.contains(
        new Place(reference.kind(), reference.from().placement().unit()));
  }
}
