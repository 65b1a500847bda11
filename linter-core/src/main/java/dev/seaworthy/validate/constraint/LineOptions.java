package dev.seaworthy.validate.constraint;

import dev.seaworthy.validate.data.Row;
import dev.seaworthy.validate.field.CauseType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How the words of a line hold: what is said beside them. */
record LineOptions(Row row) {

  /** The words of a line that are no constraints themselves. */
  static final Set<String> WORDS = Set.of(
      "since", "until", "create", "update", "cause", "missing", "empty", "zero", "others",
      "besides", "among", "blame", "when", "unless", "at", "stop", "filled", "dropped");

  boolean has(String word) {
    return row.has(word);
  }

  CauseType cause(CauseType usual) {
    return named("cause", usual);
  }

  CauseType missing(CauseType usual) {
    return named("missing", usual);
  }

  private CauseType named(String word, CauseType usual) {
    return row.get(word).map(LineOptions::causeOf).orElse(usual);
  }

  /** {@code notSupported} and the like, as files write causes. */
  private static CauseType causeOf(String text) {
    StringBuilder name = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (Character.isUpperCase(c)) {
        name.append('_');
      }
      name.append(Character.toUpperCase(c));
    }
    return CauseType.valueOf(name.toString());
  }

  boolean zero(String meaning) {
    return row.get("zero").filter(meaning::equals).isPresent();
  }

  /** Whether empty text is a value like others: Go holds a pointer. */
  boolean emptyCounts() {
    return row.has("empty");
  }

  List<String> besides() {
    return row.get("besides").map(text -> List.of(text.split("\\|"))).orElse(List.of());
  }

  Optional<String> among() {
    return row.get("among");
  }

  boolean blamesItem() {
    return row.get("blame").filter("item"::equals).isPresent();
  }

  Zero zero() {
    return row.get("zero")
        .map(text -> Zero.valueOf(text.toUpperCase(Locale.ROOT)))
        .orElse(Zero.WRITTEN);
  }

  Empty empty() {
    return zero("judged")
        ? Empty.JUDGED_ALSO_ABSENT
        : row.has("empty") ? Empty.JUDGED : Empty.IGNORED;
  }
}
