package dev.seaworthy.manifest;

import org.jspecify.annotations.Nullable;

/** A text that is no document. Lines count from 1 in the file, columns in code points. */
final class UnreadableException extends Exception {

  private static final long serialVersionUID = 1;

  private final ProblemCode code;
  private final int line;
  private final int column;
  private final @Nullable String remedy;

  UnreadableException(
      ProblemCode code, String message, @Nullable String remedy, int line, int column) {
    // A refused text is an ordinary answer here: nobody looks at the stack.
    super(message, null, false, false);
    this.code = code;
    this.line = line;
    this.column = column;
    this.remedy = remedy;
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
