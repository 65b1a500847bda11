package dev.seaworthy.validate.constraint;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.validate.data.Row.Cell;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.util.List;

/**
 * A struct that has one field must have others too. Judges the struct.
 *
 * @param emptyCounts whether empty text counts as a value, as it does where Go holds a pointer
 */
record DependentRequired(String field, List<String> others, boolean emptyCounts, CauseType cause)
    implements Constraint {

  static DependentRequired read(String field, Cell cell, LineOptions options) {
    return new DependentRequired(
        field, cell.list(), options.emptyCounts(), options.cause(CauseType.REQUIRED));
  }

  @Override
  public String origin() {
    return "dependentRequired";
  }

  @Override
  public void check(Value value, Errors errors) {
    if (Required.isEmpty(value.at(field))) {
      return;
    }
    for (String other : others) {
      Value needed = value.at(other);
      if (Required.isUnset(needed, emptyCounts)) {
        errors.add(cause, needed.path(), origin(), "must be given where " + field + " is");
      }
    }
  }

  @Override
  public String words() {
    return "only with " + String.join(", ", others);
  }

  @Override
  public Mapping schema() {
    if (others.isEmpty()) {
      return Mapping.EMPTY;
    }
    List<Mapping> needed = others.stream()
        .map(other -> emptyCounts ? Presence.present(other) : Presence.set(other))
        .toList();
    return Mapping.of("if", Presence.set(field), "then", Presence.allOf(needed));
  }
}
