package dev.seaworthy.judge;

import dev.seaworthy.manifest.FieldPath;
import java.util.Set;

/**
 * A check's words as a sentence that stands alone. Most are written to follow the field's name ("is
 * 0, must be at least 1") and get it back here; the others are sentences already.
 */
final class Sentence {

  private static final Set<String> VERBS = Set.of(
      "is",
      "are",
      "must",
      "has",
      "have",
      "may",
      "can",
      "cannot",
      "needs",
      "does",
      "was",
      "would",
      "will",
      "names",
      "holds",
      "contains",
      "exceeds",
      "repeats",
      "ends",
      "starts",
      "begins",
      "says",
      "asks",
      "takes",
      "refers",
      "points",
      "belongs",
      "lacks",
      "differs",
      "matches",
      "goes",
      "wants",
      "stands",
      "sets",
      "gives",
      "selects",
      "uses",
      "looks",
      "appears",
      "ought",
      "allows",
      "changes");

  private Sentence() {}

  static String about(FieldPath field, String message) {
    int end = message.indexOf(' ');
    boolean followsName = end > 0 && VERBS.contains(message.substring(0, end));
    return followsName ? name(field) + " " + message : message;
  }

  /** The field's own name; for an item of a list with the list's name, which says what it is. */
  private static String name(FieldPath field) {
    if (field.isRoot()) {
      return "the object";
    }
    String whole = field.toString();
    if (!whole.endsWith("]")) {
      // A misplaced label may be a field's name, with dots of its own.
      return field.lastStep();
    }
    return whole.substring(whole.lastIndexOf('.', nameEnd(whole)) + 1);
  }

  /** Where the last step's brackets begin: dots inside a map's key separate nothing. */
  private static int nameEnd(String whole) {
    int open = whole.lastIndexOf('[');
    while (open > 0 && whole.charAt(open - 1) == ']') {
      open = whole.lastIndexOf('[', open - 1);
    }
    return open;
  }
}
