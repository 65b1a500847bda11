package dev.seaworthy.validate.constraint;

import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;

/**
 * A condition on one value that the API server enforces beyond the value's type: a word of the
 * constraint files. A word reads itself, judges, says itself to people and says itself in JSON
 * Schema, all in its one record. It says nothing of a value that is absent, except for those that
 * are about absence.
 */
public sealed interface Constraint
    permits Required,
        Forbidden,
        Minimum,
        Maximum,
        ExclusiveMinimum,
        MaxLength,
        MinLength,
        Format,
        Enumeration,
        MaxItems,
        MinItems,
        UniqueItems,
        DependentRequired,
        DependentForbidden,
        OneOf,
        Port,
        Unjudged,
        Immutable {

  /** The constraint's name: what its errors name as their origin. */
  String origin();

  /** Reports what {@code value} violates. Never fails on odd input. */
  void check(Value value, Errors errors);

  /** Whether there is something to say where nothing stands. */
  default boolean judgesAbsence() {
    return false;
  }

  /** Whether this objects to a field that is not there. */
  default boolean demandsValue() {
    if (!judgesAbsence()) {
      return false;
    }
    Errors errors = new Errors();
    check(Value.root(Mapping.EMPTY, Absent.INSTANCE).at("field"), errors);
    return errors.count() > 0;
  }

  /** The cause that this reports if a file names no other. */
  CauseType cause();

  /** What must hold, so that it reads well after the field's name; empty if it asks for nothing. */
  String words();

  /**
   * The keywords of JSON Schema that refuse nothing that this accepts, for a value that is there;
   * none where JSON Schema can't say it.
   */
  default Mapping schema() {
    return Mapping.EMPTY;
  }
}
