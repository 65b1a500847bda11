package dev.seaworthy.manifest;

import java.nio.charset.StandardCharsets;

/** Reads the strings of JSON; lone surrogates become the replacement character, as in Go. */
final class JsonStrings {

  private final byte[] text;
  private final JsonCursor in;

  JsonStrings(byte[] text, JsonCursor in) {
    this.text = text;
    this.in = in;
  }

  /** The string whose opening quote is at hand; afterwards the cursor is behind its closing one. */
  Scalar string() throws UnreadableException {
    int startColumn = in.column();
    in.advance();
    String value = plain();
    if (in.peek() != '"') {
      value = escaped(value);
    }
    in.advance();
    return Scalar.of(value, in.spanFrom(in.line(), startColumn));
  }

  /** Everything up to a quote, a backslash or what no string can hold. */
  private String plain() {
    int start = in.offset();
    int to = start;
    while (to < text.length && isPlain(text[to])) {
      to++;
    }
    String value = new String(text, start, to - start, StandardCharsets.UTF_8);
    // One look at bytes and characters tells whether the column needs counting.
    in.advance(to - start, (to - start) - value.codePointCount(0, value.length()));
    return value;
  }

  private static boolean isPlain(byte b) {
    return (b >= 0x20 || b < 0) && b != '"' && b != '\\';
  }

  private String escaped(String before) throws UnreadableException {
    StringBuilder out = new StringBuilder(before);
    while (in.peek() != '"') {
      if (in.peek() == '\\') {
        in.advance();
        out.append(escape());
      } else if (in.peek() < 0x20) {
        throw in.unexpected("the end of the string");
      } else {
        out.append(plain());
      }
    }
    return withoutLoneSurrogates(out);
  }

  private char escape() throws UnreadableException {
    int escaped = in.peek();
    char meant = switch (escaped) {
      case '"', '\\', '/' -> (char) escaped;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> '\u0000';
      default -> throw in.unexpected("an escape that JSON knows");
    };
    in.advance();
    return escaped == 'u' ? hexadecimal() : meant;
  }

  private char hexadecimal() throws UnreadableException {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = in.peek() > 'f' ? -1 : Character.digit(in.peek(), 16);
      if (digit < 0) {
        throw in.unexpected("four hexadecimal digits");
      }
      value = value * 16 + digit;
      in.advance();
    }
    return (char) value;
  }

  private static String withoutLoneSurrogates(StringBuilder text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair = Character.isHighSurrogate(c)
            && i + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(i + 1));
        if (pair) {
          i++;
        } else {
          text.setCharAt(i, '\uFFFD');
        }
      }
    }
    return text.toString();
  }
}
