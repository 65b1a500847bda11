package dev.seaworthy.validate.constraint;

import dev.seaworthy.validate.field.Value;

/** What empty text and absence mean to a word about text. */
enum Empty {
  /** Neither is judged: Go takes empty text for absence. */
  IGNORED,
  /** Empty text is judged where it is written: Go holds a pointer. */
  JUDGED,
  /** Absence counts as empty text, and both are judged. */
  JUDGED_ALSO_ABSENT;

  boolean judges(Value text) {
    return switch (this) {
      case IGNORED -> text.isPresent() && !text.text().isEmpty();
      case JUDGED -> text.isPresent();
      case JUDGED_ALSO_ABSENT -> true;
    };
  }
}
