package dev.seaworthy.validate.constraint;

import dev.seaworthy.validate.field.Value;

/** What Go's zero value (0, empty text) and absence, which Go takes for it, mean to a word. */
enum Zero {
  /** 0 is judged if it is written; what is absent is not. */
  WRITTEN,
  /** Absence counts as 0 and is judged: Go holds no pointer. */
  JUDGED,
  /** 0 counts as absence and is not judged. */
  IGNORED;

  boolean judges(Value number) {
    return switch (this) {
      case WRITTEN -> number.isPresent();
      case JUDGED -> true;
      case IGNORED -> number.number() != 0;
    };
  }
}
