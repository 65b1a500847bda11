package dev.seaworthy.validate.constraint;

import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.util.List;

/** A struct that has one field must have others too. Judges the struct. */
record DependentRequired(String field, List<String> others, CauseType cause) implements Constraint {

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
      if (Required.isEmpty(needed)) {
        errors.add(cause, needed.path(), origin(), "must be given where " + field + " is");
      }
    }
  }
}
