package dev.seaworthy.manifest;

/**
 * A place in a text for {@link SimpleYaml}, which goes from content to content: over spaces, comments
 * and blank lines, and keeps count of lines, columns and indentation on the way.
 */
final class LineCursor {

  private final byte[] text;
  private final int end;
  private final boolean ascii;
  private int at;
  private int line;
  private int lineStart;
  private int indent;
  private int countedTo;
  private int countedColumn = 1;

  LineCursor(byte[] text, int from, int end, int line, Characters characters) {
    this.text = text;
    this.end = end;
    this.ascii = characters == Characters.ASCII;
    this.at = from;
    this.lineStart = from;
    this.countedTo = from;
    this.line = line;
  }

  /** The spaces before the content that the cursor stands at; -1 at the end of the text. */
  int indent() {
    return indent;
  }

  /** How far the place at hand is from the start of its line, in bytes. */
  int offsetInLine() {
    return at - lineStart;
  }

  /** The place at hand, in bytes from the start of the text. */
  int offset() {
    return at;
  }

  int line() {
    return line;
  }

  int column() {
    return columnOf(at);
  }

  Span here() {
    int column = column();
    return new Span(line, column, line, column);
  }

  /** From a place on this line to the one at hand. */
  Span spanFrom(int start) {
    return new Span(line, columnOf(start), line, columnOf(at));
  }

  private int columnOf(int offset) {
    if (ascii) {
      return offset - lineStart + 1;
    }
    // Columns are mostly asked for from left to right: each byte is looked at once.
    if (countedTo < lineStart || countedTo > offset) {
      countedTo = lineStart;
      countedColumn = 1;
    }
    for (; countedTo < offset; countedTo++) {
      if ((text[countedTo] & 0xC0) != 0x80) {
        countedColumn++;
      }
    }
    return countedColumn;
  }

  /** The byte at hand, or a line end at the end of the text. */
  byte current() {
    return byteAt(at);
  }

  byte byteAt(int offset) {
    return offset < end ? text[offset] : (byte) '\n';
  }

  boolean isBlank(int offset) {
    byte b = byteAt(offset);
    return b == ' ' || b == '\n';
  }

  void advance() {
    at++;
  }

  /** Goes to another place on this line. */
  void moveTo(int offset) {
    at = offset;
  }

  void skipSpaces() {
    while (at < end && text[at] == ' ') {
      at++;
    }
  }

  /** Goes past a {@code ---} in the first line; false if something else follows it there. */
  boolean skipDocumentStart() {
    if (at + 3 <= end && text[at] == '-' && text[at + 1] == '-' && text[at + 2] == '-') {
      at += 3;
      return endLine();
    }
    return toContent();
  }

  /**
   * Goes to the next line with content after what ends here; false if something follows on this
   * line that is no comment.
   */
  boolean endLine() {
    int start = at;
    skipSpaces();
    byte b = current();
    if (b == '#' && at > start) {
      skipComment();
    } else if (b != '\n') {
      return false;
    }
    nextLine();
    return toContent();
  }

  private void skipComment() {
    while (at < end && text[at] != '\n') {
      at++;
    }
  }

  /** Goes behind the line end that the cursor stands at. */
  void nextLine() {
    at = Math.min(at + 1, end);
    line++;
    lineStart = at;
  }

  /** Goes to the next content, from here on; false if it is nothing that is known for certain. */
  boolean toContent() {
    while (at < end) {
      skipSpaces();
      byte b = current();
      if (b == '#') {
        skipComment();
      } else if (b != '\n') {
        indent = at - lineStart;
        return b != '\t' && !(indent == 0 && (b == '%' || isDocumentMark()));
      }
      nextLine();
    }
    indent = -1;
    return true;
  }

  private boolean isDocumentMark() {
    byte b = text[at];
    return (b == '.' || b == '-') && byteAt(at + 1) == b && byteAt(at + 2) == b;
  }

  /** Whether a list item starts here. */
  boolean isDash() {
    return current() == '-' && isBlank(at + 1);
  }

  /** Whether nothing but a comment is left of the line. */
  boolean isLineDone() {
    byte b = current();
    return b == '\n' || (b == '#' && at > lineStart && text[at - 1] == ' ');
  }
}
