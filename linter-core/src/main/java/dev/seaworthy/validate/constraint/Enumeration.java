package dev.seaworthy.validate.constraint;

import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.field.Value;
import java.util.List;

/**
 * A text must be one of a few.
 *
 * @param judgesEmpty whether empty text is judged too, as it is where Go holds a pointer
 */
record Enumeration(List<String> values, boolean judgesEmpty, CauseType cause)
    implements Constraint {

  @Override
  public String origin() {
    return "enum";
  }

  @Override
  public void check(Value value, Errors errors) {
    String text = value.text();
    if (value.isAbsent() || values.contains(text) || (text.isEmpty() && !judgesEmpty)) {
      return;
    }
    FieldError error = FieldError.of(
        cause,
        value.path(),
        origin(),
        "is '" + text + "', must be one of " + String.join(", ", values));
    errors.add(NearestName.to(text, values)
        .map(nearest -> error.withRemedy("Did you mean " + nearest + "?"))
        .orElse(error));
  }
}
