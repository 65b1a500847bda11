package dev.seaworthy.api.schema;

import dev.seaworthy.api.Type;
import dev.seaworthy.manifest.Mapping;
import java.util.List;
import java.util.Optional;

/**
 * What the API server asks of values beyond their types, in JSON Schema's words. Who knows it hands
 * it to the export; nothing of it refuses what the server takes.
 */
public interface TypeConstraints {

  /** Nothing is asked: the export says the structure alone. */
  TypeConstraints NONE = new TypeConstraints() {
    @Override
    public List<Mapping> of(Type.Struct struct) {
      return List.of();
    }

    @Override
    public Optional<Mapping> unjudgedWhere(Type.Struct struct, String field) {
      return Optional.empty();
    }

    @Override
    public boolean isFilledIn(Type.Struct struct, String field) {
      return false;
    }
  };

  /** Schemas that all hold for objects of that type. */
  List<Mapping> of(Type.Struct struct);

  /**
   * The schema of those objects in which nothing is asked of what is inside {@code field}; an empty
   * schema if it never is, none if it always is.
   */
  Optional<Mapping> unjudgedWhere(Type.Struct struct, String field);

  /**
   * Whether the server can put a value of its own, or none, where a field is missing or is empty
   * text, before it asks.
   */
  boolean isFilledIn(Type.Struct struct, String field);
}
