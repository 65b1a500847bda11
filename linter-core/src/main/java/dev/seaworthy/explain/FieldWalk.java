package dev.seaworthy.explain;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.Field;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.api.Type;
import java.util.List;
import java.util.Optional;

/** The way from a kind along the names of fields, as far as it goes. */
final class FieldWalk {

  private final ResourceType kind;
  private final List<String> steps;
  private final Place reached;

  /** {@code steps} begins with the name of the kind. */
  FieldWalk(ResourceType kind, List<String> steps) {
    this.kind = kind;
    this.steps = steps;
    this.reached = farthest(new Place(1, kind.struct(), kind.struct(), Optional.empty()));
  }

  /**
   * A place on the way.
   *
   * @param step how many steps lead here
   * @param owner the struct that the last field belongs to
   */
  private record Place(int step, Type type, Type.Struct owner, Optional<Field> field) {

    Optional<Place> below(String name) {
      return TypeWords.structOf(type)
          .flatMap(struct -> struct
              .field(name)
              .map(next -> new Place(step + 1, next.type(), struct, Optional.of(next))));
    }

    /** Where the step is a key of a map, not a field. */
    Optional<Place> atKey() {
      return type instanceof Type.MapOf map
          ? Optional.of(new Place(step + 1, map.value(), owner, field))
          : Optional.empty();
    }
  }

  /**
   * A map's key may be written or left out; the reading that leads farther is meant. Below what may be
   * anything, every way exists.
   */
  private Place farthest(Place from) {
    if (from.step == steps.size()) {
      return from;
    }
    if (from.type instanceof Type.Anything) {
      return new Place(steps.size(), from.type, from.owner, from.field);
    }
    Place byField = from.below(steps.get(from.step)).map(this::farthest).orElse(from);
    if (byField.step == steps.size()) {
      return byField;
    }
    Place byKey = from.atKey().map(this::farthest).orElse(from);
    return byKey.step > byField.step ? byKey : byField;
  }

  ResourceType kind() {
    return kind;
  }

  /** Whether all of the way exists. */
  boolean isComplete() {
    return reached.step == steps.size();
  }

  /** Whether all of the way exists in {@code catalog} too. */
  boolean isThereIn(ApiCatalog catalog) {
    return catalog
        .find(kind.gvk())
        .map(same -> new FieldWalk(same, steps).isComplete())
        .orElse(false);
  }

  /** The way as far as it goes. */
  String path() {
    return String.join(".", steps.subList(0, reached.step));
  }

  /** The first name that does not exist, where the way is not complete. */
  String missing() {
    return steps.get(reached.step);
  }

  /** The last field that was reached; none at the kind itself. */
  Optional<Field> field() {
    return reached.field;
  }

  /** The struct that the field belongs to. */
  Type.Struct owner() {
    return reached.owner;
  }

  Type type() {
    return reached.type;
  }

  /** The fields below the place that was reached. */
  Optional<Type.Struct> struct() {
    return TypeWords.structOf(reached.type);
  }
}
