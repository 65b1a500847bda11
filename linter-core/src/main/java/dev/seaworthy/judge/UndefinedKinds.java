package dev.seaworthy.judge;

import dev.seaworthy.api.catalog.UndefinedKind;
import dev.seaworthy.validate.Stage;
import dev.seaworthy.validate.Verdict;
import java.util.Locale;

/** What to do with objects of kinds that nobody has defined: only their cluster can judge them. */
public enum UndefinedKinds {
  /** Tell that they are not judged. */
  NOTE,
  /** Refuse them, as a server without the definition does. */
  ERROR;

  /** Whether the answer is that there is no such kind. */
  static boolean isUnknown(Verdict answer) {
    return answer.stage().filter(Stage.RECOGNISE::equals).isPresent()
        && answer.decode().stream().anyMatch(error -> error.error().equals("no-kind"));
  }

  /** Whether an object of that kind is left unjudged. */
  boolean leaves(UndefinedKind kind) {
    return this == NOTE && !kind.isMistake();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
