package dev.seaworthy.diagnostic;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of text in a file. Lines and columns count from 1, columns in Unicode code points; the
 * end is exclusive. Line 0 means that only the file is known.
 *
 * @param file the path as the user gave it, or {@code <stdin>}
 */
public record Location(String file, int line, int column, int endLine, int endColumn) {

  // By hand: what Java makes for records is put together at a first call that a start would wait
  // for.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Location place
        && line == place.line
        && column == place.column
        && endLine == place.endLine
        && endColumn == place.endColumn
        && file.equals(place.file);
  }

  @Override
  public int hashCode() {
    return (file.hashCode() * 31 + line) * 31 + column;
  }

  /** The file as a whole, where no line can be named. */
  public static Location ofFile(String file) {
    return new Location(file, 0, 0, 0, 0);
  }

  /** A single point, for what the parser could not get past. */
  public static Location ofPoint(String file, int line, int column) {
    return new Location(file, line, column, line, column);
  }

  /** What is about the cluster as a whole; no file has it. */
  public static final Location OF_CLUSTER = ofFile("<cluster>");

  /** What was asked for on the command line; no file has it. */
  public static final Location OF_COMMAND = ofFile("<command line>");

  /** Whether it is in something that was read, in which people can look. */
  public boolean isInFile() {
    return !equals(OF_CLUSTER) && !equals(OF_COMMAND);
  }

  /** Whether a line is known. */
  public boolean hasLine() {
    return line > 0;
  }

  /** The same stretch under another name of the file. */
  public Location inFile(String name) {
    return new Location(name, line, column, endLine, endColumn);
  }

  /** {@code file:line}, for sentences. */
  public String inSentence() {
    return hasLine() ? file + ":" + line : file;
  }

  /** {@code file:line:column}, as compilers write it and editors jump to. */
  @Override
  public String toString() {
    return hasLine() ? file + ":" + line + ":" + column : file;
  }
}
