package dev.seaworthy.validate.constraint;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.validate.data.Row.Cell;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.util.List;

/** A struct that has one field must not have others. Judges the struct. */
record DependentForbidden(String field, List<String> others, CauseType cause)
    implements Constraint {

  static DependentForbidden read(String field, Cell cell, LineOptions options) {
    return new DependentForbidden(field, cell.list(), options.cause(CauseType.FORBIDDEN));
  }

  @Override
  public String origin() {
    return "dependentForbidden";
  }

  @Override
  public void check(Value value, Errors errors) {
    if (Required.isEmpty(value.at(field))) {
      return;
    }
    for (String other : others) {
      Value unwanted = value.at(other);
      if (!Required.isEmpty(unwanted)) {
        errors.add(cause, unwanted.path(), origin(), "must not be set where " + field + " is");
      }
    }
  }

  @Override
  public String words() {
    return "not with " + String.join(", ", others);
  }

  @Override
  public Mapping schema() {
    if (others.isEmpty()) {
      return Mapping.EMPTY;
    }
    Mapping any = Presence.anyOf(others.stream().map(Presence::set).toList());
    return Presence.not(Presence.allOf(List.of(Presence.set(field), any)));
  }
}
