package dev.seaworthy.manifest;

/**
 * A place in a text of JSON values: the byte at hand, its line and its column in characters, and what
 * is said where the grammar wants something else there.
 */
final class JsonCursor {

  private final byte[] text;
  private int at;
  private int line;
  private int lineStart;

  /** Starts at the byte {@code from}, which begins line {@code firstLine} of the file. */
  JsonCursor(byte[] text, int from, int firstLine) {
    this.text = text;
    this.at = from;
    this.lineStart = from;
    this.line = firstLine;
  }

  /** The byte at hand, 0 to 255; -1 at the end. */
  int peek() {
    return at < text.length ? text[at] & 0xFF : -1;
  }

  void advance() {
    at++;
  }

  /** Goes over bytes of which {@code extra} make no character of their own. */
  void advance(int bytes, int extra) {
    at += bytes;
    lineStart += extra;
  }

  void skipSpace() {
    while (at < text.length) {
      byte b = text[at];
      if (b == '\n') {
        line++;
        lineStart = at + 1;
      } else if (b != ' ' && b != '\t' && b != '\r') {
        return;
      }
      at++;
    }
  }

  boolean isAtEnd() {
    return at >= text.length;
  }

  /** Where the next character stands, in bytes. */
  int offset() {
    return at;
  }

  int line() {
    return line;
  }

  int column() {
    return at - lineStart + 1;
  }

  /** From a place to the one at hand. */
  Span spanFrom(int startLine, int startColumn) {
    return new Span(startLine, startColumn, line, column());
  }

  UnreadableException unexpected(String wanted) {
    int found = peek();
    if (JsonComments.startAt(text, at)) {
      return JsonComments.refused(line(), column());
    }
    String what = found < 0 ? "the text ends" : "there is " + name(found);
    return problem(ProblemCode.JSON_SYNTAX, what + " where JSON needs " + wanted);
  }

  private static String name(int found) {
    if (found == '\n' || found == '\r') {
      return "a line end";
    }
    return found > 0x20 && found < 0x7F
        ? "'" + (char) found + "'"
        : String.format("the character 0x%02X", found);
  }

  UnreadableException problem(ProblemCode code, String message) {
    return new UnreadableException(code, message, line, column());
  }
}
