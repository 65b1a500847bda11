package dev.seaworthy.manifest;

/**
 * Where a key or value stands in its file. Lines and columns count from 1, columns in code points;
 * the end is exclusive.
 */
public record Span(int line, int column, int endLine, int endColumn) {

  /** The place of what nobody wrote: defaults, and objects that a program made. */
  public static final Span NONE = new Span(0, 0, 0, 0);

  private static final int COLUMN_BITS = 19;
  private static final int COLUMNS = 1 << COLUMN_BITS;
  private static final int LINES = 1 << 25;

  // What spans lines has the highest bit set, and as many bits for each of its four numbers.
  private static final int BLOCK_LINES = (1 << 21) - 1;
  private static final int BLOCK_COLUMNS = 1 << 10;
  private static final int BLOCK_HEIGHT = 1 << 20;
  private static final int BLOCK_ENDS = 1 << 12;

  /** What {@link #packed} says of a span that does not fit. */
  static final long TOO_WIDE = -1;

  /** This in 64 bits, for those who keep many: all but what stands far out fits. */
  long packed() {
    return line == endLine ? packedLine() : packedBlock();
  }

  private long packedLine() {
    int width = endColumn - column;
    boolean fits = line < LINES && column < COLUMNS && width >= 0 && width < COLUMNS;
    return fits ? (long) line << 2 * COLUMN_BITS | (long) column << COLUMN_BITS | width : TOO_WIDE;
  }

  private long packedBlock() {
    int height = endLine - line;
    boolean fits = line < BLOCK_LINES
        && column < BLOCK_COLUMNS
        && height > 0
        && height < BLOCK_HEIGHT
        && endColumn < BLOCK_ENDS;
    return fits
        ? Long.MIN_VALUE | (long) line << 42 | (long) column << 32 | (long) height << 12 | endColumn
        : TOO_WIDE;
  }

  /** The span that {@link #packed} gave {@code bits} for. */
  static Span unpacked(long bits) {
    if (bits < 0) {
      int first = (int) (bits >>> 42) & BLOCK_LINES;
      int height = (int) (bits >>> 12) & (BLOCK_HEIGHT - 1);
      int start = (int) (bits >>> 32) & (BLOCK_COLUMNS - 1);
      return new Span(first, start, first + height, (int) bits & (BLOCK_ENDS - 1));
    }
    int line = (int) (bits >>> 2 * COLUMN_BITS);
    int column = (int) (bits >>> COLUMN_BITS) & (COLUMNS - 1);
    int width = (int) bits & (COLUMNS - 1);
    return bits == 0 ? NONE : new Span(line, column, line, column + width);
  }

  /** Whether somebody wrote it. */
  public boolean isWritten() {
    return line > 0;
  }
}
