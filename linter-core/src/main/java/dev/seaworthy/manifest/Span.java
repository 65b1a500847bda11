package dev.seaworthy.manifest;

/**
 * Where a key or value stands in its file. Lines and columns count from 1, columns in code points;
 * the end is exclusive.
 */
public record Span(int line, int column, int endLine, int endColumn) {

  /** The place of what nobody wrote: defaults, and objects that a program made. */
  public static final Span NONE = new Span(0, 0, 0, 0);

  /** Whether somebody wrote it. */
  public boolean isWritten() {
    return line > 0;
  }
}
