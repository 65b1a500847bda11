package dev.seaworthy.validate.defaulting;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.manifest.Span;
import dev.seaworthy.validate.data.Row;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a field gets that has no value.
 *
 * @param value the value; null if it is that of the field {@code copied}
 * @param dropped whether the field is behind a feature gate that is off, so that the server takes it
 *     and drops it, or keeps the value in its place
 * @param zeroCountsAsUnset whether a written 0 is replaced too, because Go can't tell it from
 *     nothing
 * @param emptyCounts whether empty text is a value, because Go holds a pointer
 * @param when the values that other fields must have
 * @param present fields of which one at least must be set
 * @param absent fields none of which may be set
 */
record DefaultValue(
    String field,
    @Nullable Node value,
    String copied,
    boolean dropped,
    boolean zeroCountsAsUnset,
    boolean emptyCounts,
    Map<String, String> when,
    List<String> present,
    List<String> absent) {

  static DefaultValue of(Row row) {
    return new DefaultValue(
        row.subject(),
        row.get("value").map(DefaultValue::node).orElse(null),
        row.get("copy").orElse(""),
        row.has("dropped"),
        row.get("zero").filter("replaced"::equals).isPresent(),
        row.get("empty").filter("kept"::equals).isPresent(),
        pairs(row),
        list(row, "present"),
        list(row, "absent"));
  }

  private static List<String> list(Row row, String word) {
    return row.cells().stream()
        .filter(cell -> cell.word().equals(word))
        .flatMap(cell -> cell.list().stream())
        .toList();
  }

  private static Map<String, String> pairs(Row row) {
    Map<String, String> pairs = new TreeMap<>();
    for (String pair : list(row, "when")) {
      int colon = pair.indexOf(':');
      pairs.put(pair.substring(0, colon), pair.substring(colon + 1));
    }
    return pairs;
  }

  private static Node node(String typed) {
    String text = typed.substring(2);
    return switch (typed.charAt(0)) {
      case 's' -> Scalar.of(text);
      case 'b' -> Scalar.of(text.equals("true"));
      case 'l' -> Sequence.ofStrings(List.of(text.split(",")));
      case 'o' -> new Mapping(List.of(), Span.NONE);
      default -> Scalar.of(Long.parseLong(text));
    };
  }

  void applyTo(StructDraft struct) {
    if (dropped) {
      drop(struct);
      return;
    }
    if (isUnset(struct.get(field)) && holdsFor(struct)) {
      Node filled = value != null ? value : struct.get(copied);
      if (filled.isPresent()) {
        struct.set(field, filled);
      }
    }
  }

  private void drop(StructDraft struct) {
    if (value == null) {
      struct.remove(field);
    } else if (struct.get(field).isPresent()) {
      struct.set(field, value);
    }
  }

  private boolean isUnset(Node node) {
    return node.isAbsent()
        || (value instanceof Sequence && node.size() == 0)
        || (!emptyCounts && node.isString() && node.text().isEmpty())
        || (zeroCountsAsUnset && node.longOr(1) == 0);
  }

  private boolean holdsFor(StructDraft struct) {
    for (Map.Entry<String, String> condition : when.entrySet()) {
      if (!textOf(struct.get(condition.getKey())).equals(condition.getValue())) {
        return false;
      }
    }
    return (present.isEmpty() || hasAny(struct, present)) && !hasAny(struct, absent);
  }

  private static boolean hasAny(StructDraft struct, List<String> fields) {
    for (String one : fields) {
      Node value = struct.get(one);
      if (value.isPresent() && !(value instanceof Sequence list && list.size() == 0)) {
        return true;
      }
    }
    return false;
  }

  private static String textOf(Node node) {
    return node instanceof Scalar scalar ? scalar.value() : "";
  }
}
