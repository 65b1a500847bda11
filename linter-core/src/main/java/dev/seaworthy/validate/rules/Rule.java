package dev.seaworthy.validate.rules;

import dev.seaworthy.cel.CelProgram;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.CauseType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that was compiled, or the reason why it could not be.
 *
 * @param program null if the rule is none
 * @param message what its author says
 * @param messageProgram what makes the message; null if there is none
 * @param fieldPath names on the way from the value to the field to blame
 * @param usesOldSelf whether it compares with what was before
 * @param optionalOldSelf whether it is asked where there was nothing
 */
record Rule(
    String text,
    @Nullable CelProgram program,
    String problem,
    String message,
    @Nullable CelProgram messageProgram,
    CauseType reason,
    List<String> fieldPath,
    boolean usesOldSelf,
    boolean optionalOldSelf) {

  Rule {
    fieldPath = List.copyOf(fieldPath);
  }

  static CauseType reason(Node reason) {
    return switch (reason.text()) {
      case "FieldValueForbidden" -> CauseType.FORBIDDEN;
      case "FieldValueRequired" -> CauseType.REQUIRED;
      case "FieldValueDuplicate" -> CauseType.DUPLICATE;
      default -> CauseType.INVALID;
    };
  }

  /** What is wrong where it does not hold, unless its author makes a message of the values. */
  String told() {
    return message.isBlank() ? "must fulfil the rule " + text.strip() : message.strip();
  }
}
