package dev.seaworthy.diagnostic;

import java.util.Comparator;

/** A change of text: {@code place} becomes {@code text}. What comes in addition has an empty place. */
public record Edit(Location place, String text) {

  /**
   * By place. Of what comes in addition at the end of the same line, lines that are indented further
   * come first, for they belong to what stands there already; then items of lists.
   */
  public static final Comparator<Edit> ORDER = Comparator.comparingInt(
          (Edit edit) -> edit.place.line())
      .thenComparingInt(edit -> edit.place.column())
      .thenComparingInt(edit -> edit.isAddition() ? 0 : 1)
      .thenComparingInt(edit -> -edit.indent())
      .thenComparingInt(edit -> edit.firstLine().startsWith("-") ? 0 : 1);

  /** Whether nothing goes for it. */
  public boolean isAddition() {
    return place.line() == place.endLine() && place.column() == place.endColumn();
  }

  /** Whether this begins before {@code other}, which is later by {@link #ORDER}, is over. */
  public boolean overlaps(Edit other) {
    return place.endLine() > other.place.line()
        || (place.endLine() == other.place.line() && place.endColumn() > other.place.column());
  }

  /**
   * Whether this and {@code other}, which is later by {@link #ORDER}, can't be made together: they
   * overlap, meet, or write the same key at the same place.
   */
  public boolean conflictsWith(Edit other) {
    boolean meets = place.endLine() == other.place.line()
        && place.endColumn() == other.place.column()
        && !(isAddition() && other.isAddition());
    return overlaps(other) || meets || (place.equals(other.place) && writesSameKey(other));
  }

  private boolean writesSameKey(Edit other) {
    String key = firstLine().split(":", 2)[0];
    return indent() == other.indent() && key.equals(other.firstLine().split(":", 2)[0]);
  }

  private int indent() {
    String lines = text.stripLeading();
    return text.startsWith("\n") || text.startsWith("\r") ? text.indexOf(lines) : 0;
  }

  private String firstLine() {
    String lines = text.stripLeading();
    return lines.lines().findFirst().orElse("");
  }
}
