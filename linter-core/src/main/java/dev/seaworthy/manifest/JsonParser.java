package dev.seaworthy.manifest;

import dev.seaworthy.manifest.ScalarResolver.Resolved;
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

  private final JsonCursor in;
  private final JsonStrings strings;
  private final JsonNumbers numbers;
  private final ReadLimits limits;
  private Map<Mapping, List<MappingBuilder.Repeated>> repeated = new IdentityHashMap<>();
  private int depth;
  private int values;

  /** Starts at the byte {@code from}, which begins line {@code firstLine} of the file. */
  JsonParser(byte[] text, int from, int firstLine, ReadLimits limits) {
    this.in = new JsonCursor(text, from, firstLine);
    this.strings = new JsonStrings(text, in);
    this.numbers = new JsonNumbers(text, in);
    this.limits = limits;
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
    in.skipSpace();
    return !in.isAtEnd();
  }

  /** Where the next character stands, in bytes. */
  int offset() {
    return in.offset();
  }

  int line() {
    return in.line();
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
    return numbers.takeOutOfRange();
  }

  private Node value() throws UnreadableException {
    in.skipSpace();
    if (++values > limits.nodes()) {
      throw limit("the document has more than " + limits.nodes() + " values");
    }
    return switch (in.peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> strings.string();
      case 't' -> word("true", Resolved.TRUE);
      case 'f' -> word("false", Resolved.FALSE);
      case 'n' -> word("null", Resolved.NULL);
      default -> numbers.number();
    };
  }

  private void enter() throws UnreadableException {
    if (++depth > limits.depth()) {
      throw limit("values are nested more than " + limits.depth() + " levels deep");
    }
    in.advance();
    in.skipSpace();
  }

  private Mapping object() throws UnreadableException {
    int startLine = in.line();
    int startColumn = in.column();
    enter();
    MappingBuilder builder = new MappingBuilder();
    boolean more = in.peek() != '}';
    while (more) {
      in.skipSpace();
      entry(builder);
      more = separated('}');
    }
    in.advance();
    depth--;
    Mapping mapping = builder.build(in.spanFrom(startLine, startColumn));
    if (!builder.repeated().isEmpty()) {
      repeated.put(mapping, builder.repeated());
    }
    return mapping;
  }

  private void entry(MappingBuilder builder) throws UnreadableException {
    if (in.peek() != '"') {
      throw in.unexpected("a key in double quotes");
    }
    Scalar key = strings.string();
    in.skipSpace();
    if (in.peek() != ':') {
      throw in.unexpected("':' after the key");
    }
    in.advance();
    builder.put(key.value(), key.span(), value());
  }

  private Sequence array() throws UnreadableException {
    int startLine = in.line();
    int startColumn = in.column();
    enter();
    List<Node> items = new ArrayList<>();
    boolean more = in.peek() != ']';
    while (more) {
      items.add(value());
      more = separated(']');
    }
    in.advance();
    depth--;
    return new Sequence(items, in.spanFrom(startLine, startColumn));
  }

  /** Whether a comma follows; otherwise {@code close} must. */
  private boolean separated(char close) throws UnreadableException {
    in.skipSpace();
    int next = in.peek();
    if (next == ',') {
      in.advance();
      return true;
    }
    if (next != close) {
      throw in.unexpected("',' or '" + close + "'");
    }
    return false;
  }

  private Scalar word(String word, Resolved resolved) throws UnreadableException {
    int startColumn = in.column();
    for (int i = 0; i < word.length(); i++) {
      if (in.peek() != word.charAt(i)) {
        throw in.unexpected("'" + word + "'");
      }
      in.advance();
    }
    return new Scalar(
        resolved.kind(), String.valueOf(resolved.json()), in.spanFrom(in.line(), startColumn));
  }

  private UnreadableException limit(String message) {
    return in.problem(ProblemCode.READ_LIMIT, message);
  }
}
