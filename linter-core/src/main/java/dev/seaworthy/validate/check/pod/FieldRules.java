package dev.seaworthy.validate.check.pod;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;
import java.util.List;

/** The conditions on one field that pods ask for again and again, in the words of constraint files. */
final class FieldRules {

  private static final long INT32_MAX = Integer.MAX_VALUE;

  private final Errors errors;

  FieldRules(Errors errors) {
    this.errors = errors;
  }

  Errors errors() {
    return errors;
  }

  /** Text must be there. Returns whether it is. */
  boolean required(Value field) {
    if (field.text().isEmpty()) {
      errors.required(field.path(), "required", "is missing");
      return false;
    }
    return true;
  }

  /** A list must have items. Returns whether it has. */
  boolean requiredItems(Value field) {
    if (field.size() == 0) {
      errors.required(field.path(), "required", "must have at least one item");
      return false;
    }
    return true;
  }

  void format(Value field, NameFormat format) {
    format(field.path(), field.text(), format);
  }

  void format(FieldPath path, String text, NameFormat format) {
    for (String problem : format.problems(text)) {
      errors.invalid(path, format.key(), "is '" + text + "', " + problem);
    }
  }

  /** Text must be there and of that form; only one of the two is reported. */
  void requiredFormat(Value field, NameFormat format) {
    if (required(field)) {
      format(field, format);
    }
  }

  /** Text must be of that form if there is any. */
  void optionalFormat(Value field, NameFormat format) {
    if (!field.text().isEmpty()) {
      format(field, format);
    }
  }

  /** Text must be one of the values; absent text counts as the empty one. */
  void oneOf(Value field, List<String> values) {
    oneOf(field.path(), field.text(), values);
  }

  void oneOf(FieldPath path, String text, List<String> values) {
    if (!values.contains(text)) {
      errors.notSupported(
          path, "enum", "is '" + text + "', must be one of " + String.join(", ", values));
    }
  }

  /** Text must be there and one of the values. */
  void requiredOneOf(Value field, List<String> values) {
    if (required(field)) {
      oneOf(field, values);
    }
  }

  /** Text must be one of the values if the field is there at all. */
  void optionalOneOf(Value field, List<String> values) {
    if (field.isPresent()) {
      oneOf(field, values);
    }
  }

  void range(Value field, long minimum, long maximum) {
    range(field.path(), field.number(), minimum, maximum);
  }

  void range(FieldPath path, long number, long minimum, long maximum) {
    if (number < minimum || number > maximum) {
      errors.invalid(
          path, "range", "is " + number + ", must be from " + minimum + " to " + maximum);
    }
  }

  void optionalRange(Value field, long minimum, long maximum) {
    if (field.isPresent()) {
      range(field, minimum, maximum);
    }
  }

  /** A user or group of the operating system. */
  void optionalId(Value field) {
    optionalRange(field, 0, INT32_MAX);
  }

  /** The permission bits of a file. */
  void optionalFileMode(Value field) {
    if (field.isPresent() && (field.number() < 0 || field.number() > 0777)) {
      errors.invalid(
          field.path(),
          "file-mode",
          "is " + field.number() + ", must be from 0 to 511 (0777 in octal)");
    }
  }

  void nonNegative(Value field) {
    if (field.number() < 0) {
      errors.invalid(field.path(), "minimum", "is " + field.number() + ", must be at least 0");
    }
  }
}
