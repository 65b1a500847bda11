package dev.seaworthy.manifest;

import dev.seaworthy.manifest.ScalarResolver.Resolved;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON values one after the other, as Go's {@code encoding/json} decoder does: strict about
 * the grammar, lenient about lone surrogates, later keys over earlier ones.
 */
final class JsonParser {

  private final byte[] text;
  private final ReadLimits limits;
  private Map<Mapping, List<MappingBuilder.Repeated>> repeated = new IdentityHashMap<>();
  private @Nullable UnreadableException outOfRange;
  private int at;
  private int line;
  private int lineStart;
  private int depth;
  private int values;

  /** Starts at the byte {@code from}, which begins line {@code firstLine} of the file. */
  JsonParser(byte[] text, int from, int firstLine, ReadLimits limits) {
    this.text = text;
    this.limits = limits;
    this.at = from;
    this.lineStart = from;
    this.line = firstLine;
  }

  /** Whether a text starts as JSON objects do; {@code kubectl} looks at the first 4 KiB. */
  static boolean looksLikeJson(byte[] text) {
    for (int i = 0; i < text.length && i < 4096; i++) {
      if (!isSpace(text[i])) {
        return text[i] == '{';
      }
    }
    return false;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || (b >= '\t' && b <= '\r');
  }

  /** Skips white space; whether another value follows. */
  boolean hasNext() {
    skipSpace();
    return at < text.length;
  }

  /** Where the next character stands, in bytes. */
  int offset() {
    return at;
  }

  int line() {
    return line;
  }

  /** The next value. After an exception nothing more can be read. */
  Tree next() throws UnreadableException {
    repeated = new IdentityHashMap<>();
    values = 0;
    Node root = value();
    return new Tree(root, repeated);
  }

  /** A number of the last value that no float64 can hold; the stream goes on behind it. */
  @Nullable
  UnreadableException takeOutOfRange() {
    UnreadableException taken = outOfRange;
    outOfRange = null;
    return taken;
  }

  private Node value() throws UnreadableException {
    skipSpace();
    if (++values > limits.nodes()) {
      throw limit("the document has more than " + limits.nodes() + " values");
    }
    return switch (peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true", Resolved.TRUE);
      case 'f' -> word("false", Resolved.FALSE);
      case 'n' -> word("null", Resolved.NULL);
      default -> number();
    };
  }

  private void enter() throws UnreadableException {
    if (++depth > limits.depth()) {
      throw limit("values are nested more than " + limits.depth() + " levels deep");
    }
    at++;
    skipSpace();
  }

  private Mapping object() throws UnreadableException {
    int startLine = line;
    int startColumn = column(at);
    enter();
    MappingBuilder builder = new MappingBuilder();
    boolean more = peek() != '}';
    while (more) {
      skipSpace();
      entry(builder);
      more = separated('}');
    }
    at++;
    depth--;
    Mapping mapping = builder.build(new Span(startLine, startColumn, line, column(at)));
    if (!builder.repeated().isEmpty()) {
      repeated.put(mapping, builder.repeated());
    }
    return mapping;
  }

  private void entry(MappingBuilder builder) throws UnreadableException {
    if (peek() != '"') {
      throw unexpected("a key in double quotes");
    }
    Scalar key = string();
    skipSpace();
    if (peek() != ':') {
      throw unexpected("':' after the key");
    }
    at++;
    builder.put(key.value(), key.span(), value());
  }

  private Sequence array() throws UnreadableException {
    int startLine = line;
    int startColumn = column(at);
    enter();
    List<Node> items = new ArrayList<>();
    boolean more = peek() != ']';
    while (more) {
      items.add(value());
      more = separated(']');
    }
    at++;
    depth--;
    return new Sequence(items, new Span(startLine, startColumn, line, column(at)));
  }

  /** Whether a comma follows; otherwise {@code close} must. */
  private boolean separated(char close) throws UnreadableException {
    skipSpace();
    int next = peek();
    if (next == ',') {
      at++;
      return true;
    }
    if (next != close) {
      throw unexpected("',' or '" + close + "'");
    }
    return false;
  }

  private Scalar word(String word, Resolved resolved) throws UnreadableException {
    int start = at;
    for (int i = 0; i < word.length(); i++) {
      if (peek() != word.charAt(i)) {
        throw unexpected("'" + word + "'");
      }
      at++;
    }
    return scalar(resolved, start);
  }

  private Scalar number() throws UnreadableException {
    int start = at;
    if (peek() == '-') {
      at++;
    }
    if (peek() == '0') {
      at++;
    } else {
      digits();
    }
    if (peek() == '.') {
      at++;
      digits();
    }
    if (peek() == 'e' || peek() == 'E') {
      at++;
      if (peek() == '+' || peek() == '-') {
        at++;
      }
      digits();
    }
    return scalar(resolve(start), start);
  }

  private void digits() throws UnreadableException {
    if (peek() < '0' || peek() > '9') {
      throw unexpected("a value");
    }
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
  }

  private Resolved resolve(int start) {
    String digits = new String(text, start, at - start, StandardCharsets.ISO_8859_1);
    Resolved resolved = ScalarResolver.resolveJsonNumber(digits);
    if (resolved.json() == null) {
      outOfRange = new UnreadableException(
          ProblemCode.NOT_AN_OBJECT,
          "the number " + digits + " is out of range",
          line,
          column(start));
      return Resolved.NULL;
    }
    return resolved;
  }

  private Scalar scalar(Resolved resolved, int start) {
    Span span = new Span(line, column(start), line, column(at));
    return new Scalar(resolved.kind(), String.valueOf(resolved.json()), span);
  }

  private Scalar string() throws UnreadableException {
    int startColumn = column(at);
    int start = ++at;
    while (peek() >= 0x20 && text[at] != '"' && text[at] != '\\') {
      at++;
    }
    String value = new String(text, start, at - start, StandardCharsets.UTF_8);
    if (peek() == '"') {
      // One look at bytes and characters tells whether the column needs counting.
      int wide = (at - start) - value.codePointCount(0, value.length());
      at++;
      lineStart += wide;
      return Scalar.of(value, new Span(line, startColumn, line, column(at)));
    }
    return escapedString(startColumn, start);
  }

  private Scalar escapedString(int startColumn, int start) throws UnreadableException {
    at = start;
    StringBuilder out = new StringBuilder();
    while (peek() != '"') {
      if (peek() == '\\') {
        at++;
        out.append(escape());
      } else {
        int from = at;
        while (peek() >= 0x20 && text[at] != '"' && text[at] != '\\') {
          at++;
        }
        if (peek() < 0x20) {
          throw unexpected("the end of the string");
        }
        String part = new String(text, from, at - from, StandardCharsets.UTF_8);
        lineStart += (at - from) - part.codePointCount(0, part.length());
        out.append(part);
      }
    }
    at++;
    return Scalar.of(withoutLoneSurrogates(out), new Span(line, startColumn, line, column(at)));
  }

  private char escape() throws UnreadableException {
    int escaped = peek();
    at++;
    return switch (escaped) {
      case '"', '\\', '/' -> (char) escaped;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hexadecimal();
      default -> {
        at--;
        throw unexpected("an escape that JSON knows");
      }
    };
  }

  private char hexadecimal() throws UnreadableException {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = peek() > 'f' ? -1 : Character.digit(peek(), 16);
      if (digit < 0) {
        throw unexpected("four hexadecimal digits");
      }
      value = value * 16 + digit;
      at++;
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

  private void skipSpace() {
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

  /** The byte at hand, 0 to 255; -1 at the end. */
  private int peek() {
    return at < text.length ? text[at] & 0xFF : -1;
  }

  private int column(int offset) {
    return offset - lineStart + 1;
  }

  private UnreadableException unexpected(String wanted) {
    int found = peek();
    String what = found < 0 ? "the text ends" : "there is " + name(found);
    return new UnreadableException(
        ProblemCode.JSON_SYNTAX, what + " where JSON needs " + wanted, line, column(at));
  }

  private static String name(int found) {
    if (found == '\n' || found == '\r') {
      return "a line end";
    }
    return found > 0x20 && found < 0x7F
        ? "'" + (char) found + "'"
        : String.format("the character 0x%02X", found);
  }

  private UnreadableException limit(String message) {
    return new UnreadableException(ProblemCode.READ_LIMIT, message, line, column(at));
  }
}
