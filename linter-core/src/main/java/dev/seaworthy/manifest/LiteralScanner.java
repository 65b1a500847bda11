package dev.seaworthy.manifest;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Block texts after {@code |} for {@link SimpleYaml}. */
final class LiteralScanner {

  private final byte[] text;
  private final int end;
  private final LineCursor in;

  LiteralScanner(byte[] text, int end, LineCursor in) {
    this.text = text;
    this.end = end;
    this.in = in;
  }

  /**
   * The block text whose {@code |} stands here, in an entry that is indented by {@code parent};
   * afterwards the cursor is at the next content. Null if it is not certain how it is indented.
   */
  @Nullable
  Scalar literal(int parent) {
    int startLine = in.line();
    int startColumn = in.column();
    in.advance();
    byte chomping = in.current();
    if (chomping == '-' || chomping == '+') {
      in.advance();
    }
    in.skipSpaces();
    if (in.current() != '\n') {
      return null;
    }
    in.nextLine();
    int indentation = indentation();
    return indentation <= parent ? null : literal(chomping, indentation, startLine, startColumn);
  }

  /** The spaces before the first line of a block text; -1 if that is not certain. */
  private int indentation() {
    int blank = 0;
    int lineAt = in.offset();
    for (int i = lineAt; i < end; i++) {
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
    byte[] lines = new byte[endOfLiteral(indentation) - in.offset() + 1];
    int length = 0;
    int content = 0;
    int endLine = startLine;
    int endColumn = startColumn;
    for (int at = in.offset(); at < end && goesOn(at, indentation); at = in.offset()) {
      int from = Math.min(at + indentation, endOfLine(at));
      int to = endOfLine(from);
      if (from < to && from - at < indentation) {
        return null;
      }
      System.arraycopy(text, from, lines, length, to - from);
      length += to - from;
      lines[length++] = '\n';
      in.moveTo(to);
      if (to > from && from - at == indentation) {
        content = length;
        endLine = in.line();
        endColumn = in.column();
      }
      in.nextLine();
    }
    int kept = chomping == '+' ? length : chomping == '-' ? content - 1 : content;
    String value = new String(lines, 0, kept, StandardCharsets.UTF_8);
    return in.toContent()
        ? Scalar.of(value, new Span(startLine, startColumn, endLine, endColumn))
        : null;
  }

  /** Whether the line that starts at {@code at} belongs to it: indented far enough, or blank. */
  private boolean goesOn(int at, int indentation) {
    for (int i = at; i < at + indentation; i++) {
      byte b = in.byteAt(i);
      if (b != ' ') {
        return b == '\n';
      }
    }
    return true;
  }

  private int endOfLiteral(int indentation) {
    int at = in.offset();
    while (at < end && goesOn(at, indentation)) {
      at = Math.min(endOfLine(at) + 1, end);
    }
    return at;
  }

  private int endOfLine(int from) {
    int to = from;
    while (to < end && text[to] != '\n') {
      to++;
    }
    return to;
  }
}
