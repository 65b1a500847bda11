package dev.seaworthy.validate.constraint;

import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;

/**
 * A text must have a form.
 *
 * @param judgesEmpty whether empty text is judged too, as it is where Go holds a pointer
 */
record Format(NameFormat format, boolean judgesEmpty, CauseType cause) implements Constraint {

  @Override
  public String origin() {
    return "format=" + format.key();
  }

  @Override
  public void check(Value value, Errors errors) {
    String text = value.text();
    if (value.isAbsent() || (text.isEmpty() && !judgesEmpty)) {
      return;
    }
    for (String problem : format.problems(text)) {
      errors.add(cause, value.path(), origin(), "is '" + text + "', " + problem);
    }
  }
}
