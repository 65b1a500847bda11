package dev.seaworthy.validate.constraint;

import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;

/**
 * A condition on one value that the API server enforces beyond the value's type. A constraint says
 * nothing of a value that is absent, except for those that are about absence.
 */
public sealed interface Constraint
    permits Required,
        Forbidden,
        Minimum,
        Maximum,
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

  /** The cause that this reports if a file names no other. */
  CauseType cause();
}
