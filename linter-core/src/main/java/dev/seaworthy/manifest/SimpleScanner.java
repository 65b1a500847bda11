package dev.seaworthy.manifest;

import dev.seaworthy.manifest.ScalarResolver.Resolved;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A place in a text for {@link SimpleYaml}, and the scalars that stand on one line. What it does not
 * know for certain it gives up on, by null or false: then the full parser has its turn.
 */
final class SimpleScanner {

  /** As libyaml: a key that is longer must be marked by {@code ?}. */
  private static final int LONGEST_KEY = 1_000;

  private final byte[] text;
  private final SharedTexts texts;
  private final int end;
  private final boolean ascii;
  private int at;
  private int line;
  private int lineStart;
  private int indent;
  private int countedTo;
  private int countedColumn = 1;

  SimpleScanner(
      byte[] text, int from, int end, int line, Characters characters, SharedTexts texts) {
    this.text = text;
    this.texts = texts;
    this.end = end;
    this.ascii = characters == Characters.ASCII;
    this.at = from;
    this.lineStart = from;
    this.countedTo = from;
    this.line = line;
  }

  /** What a text is made of. */
  enum Characters {
    ASCII,
    UNICODE,
    /** Something that does not mean the same to every YAML parser, or a line that is too long. */
    UNKNOWN
  }

  /**
   * What a text is made of: known are all but control characters, tabs apart, and Unicode's line
   * ends and non-characters.
   */
  static Characters charactersOf(byte[] text, int from, int end, int lineLimit) {
    int lineStart = from;
    boolean ascii = true;
    for (int i = from; i < end; i++) {
      byte b = text[i];
      if (b == '\n') {
        if (i - lineStart > lineLimit) {
          return Characters.UNKNOWN;
        }
        lineStart = i + 1;
      } else if (b < 0 && isHarmless(text, i)) {
        ascii = false;
      } else if ((b < ' ' && b != '\t') || b == 0x7F) {
        return Characters.UNKNOWN;
      }
    }
    if (end - lineStart > lineLimit) {
      return Characters.UNKNOWN;
    }
    return ascii ? Characters.ASCII : Characters.UNICODE;
  }

  // Of a character beyond ASCII the first byte that could tell is looked at; the text is valid.
  private static boolean isHarmless(byte[] text, int at) {
    return switch (text[at] & 0xFF) {
      case 0xC2 -> (text[at + 1] & 0xFF) >= 0xA0;
      case 0xE2 -> (text[at + 1] & 0xFF) != 0x80 || (text[at + 2] & 0xFE) != 0xA8;
      case 0xEF -> (text[at + 1] & 0xFF) != 0xBB && (text[at + 1] & 0xFF) != 0xBF;
      default -> true;
    };
  }

  /** The spaces before the content that the scanner stands at; -1 at the end of the text. */
  int indent() {
    return indent;
  }

  /** How far the place at hand is from the start of its line, in bytes. */
  int offsetInLine() {
    return at - lineStart;
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

  private Span spanFrom(int start) {
    return new Span(line, columnOf(start), line, columnOf(at));
  }

  /** The byte at hand, or a line end at the end of the text. */
  byte current() {
    return byteAt(at);
  }

  private byte byteAt(int offset) {
    return offset < end ? text[offset] : (byte) '\n';
  }

  void advance() {
    at++;
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

  private void nextLine() {
    at = Math.min(at + 1, end);
    line++;
    lineStart = at;
  }

  private boolean toContent() {
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

  private boolean isBlank(int offset) {
    byte b = byteAt(offset);
    return b == ' ' || b == '\n';
  }

  /** Whether nothing but a comment is left of the line. */
  boolean isLineDone() {
    byte b = current();
    return b == '\n' || (b == '#' && at > lineStart && text[at - 1] == ' ');
  }

  /** A key and what it was written as. */
  record Key(String text, Resolved.Type type, Span span) {}

  /** Whether {@code key:} stands here. */
  boolean startsKey() {
    int close = endOfKey();
    return close >= 0 && close - at <= LONGEST_KEY;
  }

  /** The key that stands here; afterwards the scanner is behind its colon. */
  @Nullable
  Key key() {
    int start = at;
    int colon = endOfKey();
    if (colon < 0 || colon - at > LONGEST_KEY) {
      return null;
    }
    byte first = text[at];
    if (first == '"' || first == '\'') {
      Scalar quoted = quoted();
      at++;
      return quoted == null ? null : new Key(quoted.value(), Resolved.Type.TEXT, quoted.span());
    }
    String name = substring(start, colon);
    at = colon;
    Span span = spanFrom(start);
    at++;
    Resolved resolved = ScalarResolver.resolve(name);
    return resolved.key() == null ? null : new Key(resolved.key(), resolved.type(), span);
  }

  /** Where the colon of a key that starts here is; -1 if there is none on this line. */
  private int endOfKey() {
    byte first = current();
    if (first == '"' || first == '\'') {
      int close = closingQuote(first);
      return close >= 0 && byteAt(close + 1) == ':' && isBlank(close + 2) ? close + 1 : -1;
    }
    if (!startsPlain()) {
      return -1;
    }
    for (int i = at; i < end && text[i] != '\n'; i++) {
      byte b = text[i];
      if (b == ':' && isBlank(i + 1)) {
        return text[i - 1] == ' ' ? -1 : i;
      }
      if (b == '\t' || (b == '#' && text[i - 1] == ' ')) {
        return -1;
      }
    }
    return -1;
  }

  private int closingQuote(byte quote) {
    for (int i = at + 1; i < end && text[i] != '\n'; i++) {
      byte b = text[i];
      if (b == '\\' && quote == '"') {
        i++;
      } else if (b == quote) {
        if (quote == '\'' && byteAt(i + 1) == quote) {
          i++;
        } else {
          return i;
        }
      }
    }
    return -1;
  }

  /** Whether a scalar without quotes starts here, by the characters that every parser agrees on. */
  boolean startsPlain() {
    return switch (current()) {
      case '-' -> !isBlank(at + 1) && byteAt(at + 1) != '\t';
      case '?', ':', ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '\'', '"', '%', '@' ->
        false;
      case '`', '\n', '\t', '<', '=' -> false;
      default -> true;
    };
  }

  /** The scalar without quotes that fills the rest of the line, a comment apart. */
  @Nullable
  Scalar plain() {
    int start = at;
    if (!startsPlain()) {
      return null;
    }
    int last = at;
    for (; at < end && text[at] != '\n'; at++) {
      byte b = text[at];
      if ((b == ':' && isBlank(at + 1)) || b == '\t') {
        return null;
      }
      if (b == '#' && text[at - 1] == ' ') {
        break;
      }
      if (b != ' ') {
        last = at;
      }
    }
    at = last + 1;
    return plain(start);
  }

  /** As {@link #plain()}, in a flow collection: up to its next punctuation. */
  @Nullable
  Scalar flowPlain() {
    int start = at;
    if (!startsPlain()) {
      return null;
    }
    int last = at;
    for (; at < end && !isFlowEnd(text[at]); at++) {
      byte b = text[at];
      if (b == ':' || b == '\t' || b == '#' || b == '?') {
        return null;
      }
      if (b != ' ') {
        last = at;
      }
    }
    at = last + 1;
    return plain(start);
  }

  private static boolean isFlowEnd(byte b) {
    return b == ',' || b == ']' || b == '}' || b == '[' || b == '{' || b == '\n';
  }

  /** The key of a flow mapping; afterwards the scanner is behind its colon. */
  @Nullable
  Key flowKey() {
    int start = at;
    byte first = current();
    if (first == '"' || first == '\'') {
      return startsKey() ? key() : null;
    }
    if (!startsPlain()) {
      return null;
    }
    int colon = at;
    while (colon < end && !isFlowEnd(text[colon]) && text[colon] != ':') {
      byte b = text[colon];
      if (b == '\t' || b == '#' || b == '?') {
        return null;
      }
      colon++;
    }
    at = start;
    return byteAt(colon) == ':' && byteAt(colon + 1) == ' ' && text[colon - 1] != ' '
        ? key()
        : null;
  }

  private @Nullable Scalar plain(int start) {
    String written = substring(start, at);
    Span span = spanFrom(start);
    Resolved resolved = ScalarResolver.resolve(written);
    String value = resolved.json();
    return value == null ? null : new Scalar(resolved.kind(), value, span);
  }

  private String substring(int from, int to) {
    return texts.of(text, from, to);
  }

  /** The scalar in quotes that starts here and ends on the same line. */
  @Nullable
  Scalar quoted() {
    int start = at;
    byte quote = text[at];
    int close = closingQuote(quote);
    if (close < 0) {
      return null;
    }
    String inner = substring(at + 1, close);
    at = close + 1;
    if (quote == '\'') {
      return Scalar.of(inner.replace("''", "'"), spanFrom(start));
    }
    String value = inner.indexOf('\\') < 0 ? inner : unescaped(inner);
    return value == null ? null : Scalar.of(value, spanFrom(start));
  }

  private static @Nullable String unescaped(String inner) {
    StringBuilder out = new StringBuilder(inner.length());
    for (int i = 0; i < inner.length(); i++) {
      char c = inner.charAt(i);
      if (c == '\\') {
        i++;
        c = escaped(inner.charAt(i));
        if (c == 0) {
          return null;
        }
      }
      out.append(c);
    }
    return out.toString();
  }

  private static char escaped(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case '"', '\\' -> c;
      default -> 0;
    };
  }

  /**
   * The block text whose {@code |} stands here, in an entry that is indented by {@code parent};
   * afterwards the scanner is at the next content.
   */
  @Nullable
  Scalar literal(int parent) {
    int startLine = line;
    int startColumn = column();
    at++;
    byte chomping = current();
    if (chomping == '-' || chomping == '+') {
      at++;
    }
    skipSpaces();
    if (current() != '\n') {
      return null;
    }
    nextLine();
    int indentation = literalIndentation();
    return indentation <= parent ? null : literal(chomping, indentation, startLine, startColumn);
  }

  /** The spaces before the first line of a block text; -1 if that is not certain. */
  private int literalIndentation() {
    int blank = 0;
    int lineAt = at;
    for (int i = at; i < end; i++) {
      byte b = text[i];
      if (b == '\n') {
        blank = Math.max(blank, i - lineAt);
        lineAt = i + 1;
      } else if (b != ' ') {
        return b == '\t' || blank > i - lineAt ? -1 : i - lineAt;
      }
    }
    return -1;
  }

  private @Nullable Scalar literal(byte chomping, int indentation, int startLine, int startColumn) {
    byte[] lines = new byte[endOfLiteral(indentation) - at + 1];
    int length = 0;
    int content = 0;
    int endLine = startLine;
    int endColumn = startColumn;
    while (at < end && goesOn(indentation)) {
      int from = Math.min(at + indentation, endOfLine(at));
      int to = endOfLine(from);
      if (from < to && from - at < indentation) {
        return null;
      }
      System.arraycopy(text, from, lines, length, to - from);
      length += to - from;
      lines[length++] = '\n';
      if (to > from && from - at == indentation) {
        content = length;
        at = to;
        endLine = line;
        endColumn = column();
      }
      at = to;
      nextLine();
    }
    int kept = chomping == '+' ? length : chomping == '-' ? content - 1 : content;
    String value = new String(lines, 0, kept, StandardCharsets.UTF_8);
    return toContent()
        ? Scalar.of(value, new Span(startLine, startColumn, endLine, endColumn))
        : null;
  }

  /** Whether the line at hand belongs to a block text: indented far enough, or blank. */
  private boolean goesOn(int indentation) {
    for (int i = at; i < at + indentation; i++) {
      byte b = byteAt(i);
      if (b != ' ') {
        return b == '\n';
      }
    }
    return true;
  }

  private int endOfLiteral(int indentation) {
    int saved = at;
    while (at < end && goesOn(indentation)) {
      at = Math.min(endOfLine(at) + 1, end);
    }
    int literalEnd = at;
    at = saved;
    return literalEnd;
  }

  private int endOfLine(int from) {
    int to = from;
    while (to < end && text[to] != '\n') {
      to++;
    }
    return to;
  }
}
