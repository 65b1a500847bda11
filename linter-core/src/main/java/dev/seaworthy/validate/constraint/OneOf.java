package dev.seaworthy.validate.constraint;

import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.util.List;

/**
 * Of some fields of a struct one alone may be set. Judges the struct: none at all is a fault of the
 * struct if {@code needed}, a second one of that second field.
 *
 * @param cause of a second field
 */
record OneOf(List<String> fields, boolean needed, CauseType cause) implements Constraint {

  @Override
  public String origin() {
    return needed ? "exactlyOneOf" : "atMostOneOf";
  }

  @Override
  public void check(Value value, Errors errors) {
    String first = null;
    for (String field : fields) {
      if (value.node().get(field).isPresent()) {
        if (first != null) {
          errors.add(
              cause, value.at(field).path(), origin(), "must not be set together with " + first);
        } else {
          first = field;
        }
      }
    }
    if (first == null && needed) {
      errors.required(value.path(), origin(), "must have one of " + String.join(", ", fields));
    }
  }
}
