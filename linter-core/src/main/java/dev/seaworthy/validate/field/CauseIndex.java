package dev.seaworthy.validate.field;

import dev.seaworthy.manifest.FieldPath;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where causes are, so that a check may ask for each item of a long list. */
final class CauseIndex {

  private final TreeSet<String> fields = new TreeSet<>();
  private final Set<String> refused = new HashSet<>();
  private int read;

  /** Takes in those that came since the last time. */
  CauseIndex catchUp(List<FieldError> causes) {
    for (; read < causes.size(); read++) {
      FieldError cause = causes.get(read);
      fields.add(cause.field().toString());
      if (cause.type() == CauseType.FORBIDDEN) {
        refused.add(cause.place().toString());
      }
    }
    return this;
  }

  /** Whether there is one at {@code path}, or at a field below it. */
  boolean anyAt(FieldPath path) {
    String exact = path.toString();
    String below = fields.ceiling(exact + ".");
    return fields.contains(exact) || (below != null && below.startsWith(exact + "."));
  }

  boolean isRefused(FieldPath path) {
    return refused.contains(path.toString());
  }
}
