package dev.seaworthy.manifest;

import org.jspecify.annotations.Nullable;

/** A text that is no document. Lines count from 1 in the file, columns in code points. */
final class UnreadableException extends Exception {

  private static final long serialVersionUID = 1;

  private final ProblemCode code;
  private final int line;
  private final int column;
  private final @Nullable String remedy;
  private final transient @Nullable DialectRepair repair;

  UnreadableException(
      ProblemCode code, String message, @Nullable String remedy, int line, int column) {
    this(code, message, remedy, line, column, null);
  }

  private UnreadableException(
      ProblemCode code,
      String message,
      @Nullable String remedy,
      int line,
      int column,
      @Nullable DialectRepair repair) {
    // A refused text is an ordinary answer here: nobody looks at the stack.
    super(message, null, false, false);
    this.code = code;
    this.line = line;
    this.column = column;
    this.remedy = remedy;
    this.repair = repair;
  }

  /** The same, with a change after which the text can be read as kubectl reads it. */
  UnreadableException with(DialectRepair change) {
    return new UnreadableException(code, problem(), remedy, line, column, change);
  }

  /** Null where nothing helps: the text is wrong for kubectl too. */
  @Nullable
  DialectRepair repair() {
    return repair;
  }

  static UnreadableException of(ProblemCode code, String message, Span span) {
    return new UnreadableException(code, message, null, span.line(), span.column());
  }

  UnreadableException(ProblemCode code, String message, int line, int column) {
    this(code, message, null, line, column);
  }

  ProblemCode code() {
    return code;
  }

  String problem() {
    return String.valueOf(getMessage());
  }

  @Nullable
  String remedy() {
    return remedy;
  }

  int line() {
    return line;
  }

  int column() {
    return column;
  }
}
