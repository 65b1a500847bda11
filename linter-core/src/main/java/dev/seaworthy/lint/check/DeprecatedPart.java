package dev.seaworthy.lint.check;

import dev.seaworthy.api.Release;
import dev.seaworthy.graph.PathPattern;
import java.util.List;
import java.util.Optional;

/**
 * A field or an annotation that still is accepted and should no longer be written: a row of the tables
 * of {@link DeprecatedParts}.
 *
 * @param where a kind, with its group where it has one, or {@code pod} for all pod templates
 * @param name the field's path from the object or pod spec, or the annotation
 * @param value the one value that is meant; empty for all
 * @param effect what becomes of it; empty if it still does what it did
 * @param instead what to write; empty if there is nothing
 * @param path where the field lies, from the object or pod spec; of an annotation that of the field that
 *     takes its place, if there is one
 */
record DeprecatedPart(
    String where,
    String name,
    String value,
    Release since,
    String effect,
    String instead,
    Optional<PathPattern> path) {

  static final String POD = "pod";

  /** A row of {@code deprecated-fields.csv}. */
  static DeprecatedPart ofField(List<String> row) {
    return new DeprecatedPart(
        row.get(0),
        row.get(1),
        row.get(2),
        since(row.get(3)),
        row.get(4),
        row.get(5),
        path(row.get(1)));
  }

  /** A row of {@code deprecated-annotations.csv}. */
  static DeprecatedPart ofAnnotation(List<String> row) {
    return new DeprecatedPart(
        row.get(0), row.get(1), "", since(row.get(2)), row.get(3), row.get(4), path(row.get(5)));
  }

  private static Optional<PathPattern> path(String text) {
    return Optional.of(text).filter(path -> !path.isEmpty()).map(PathPattern::parse);
  }

  private static Release since(String text) {
    return Release.parse(text).orElseThrow();
  }

  /** Whether it is about what pods are made of. */
  boolean isOfPod() {
    return where.equals(POD);
  }

  /** What to tell of it, where it is called {@code named}. */
  String message(String named) {
    return named + " is deprecated since " + since + (effect.isEmpty() ? "" : " and " + effect);
  }

  String remedy() {
    return instead.isEmpty() || instead.equals("nothing") ? "Remove it." : "Use " + instead + ".";
  }
}
