package dev.seaworthy.validate.field;

import dev.seaworthy.manifest.FieldPath;
import java.util.Optional;

/**
 * A cause of a refusal, at a field.
 *
 * @param origin the name of the constraint or check that objects; tests compare it, never prose
 * @param message what is wrong, so that it reads well after the field's name: "is 0, must be at
 *     least 1"
 */
public record FieldError(
    CauseType type, FieldPath field, String origin, String message, Optional<String> remedy) {

  public static FieldError of(CauseType type, FieldPath field, String origin, String message) {
    return new FieldError(type, field, origin, message, Optional.empty());
  }

  public FieldError withRemedy(String text) {
    return new FieldError(type, field, origin, message, Optional.of(text));
  }
}
