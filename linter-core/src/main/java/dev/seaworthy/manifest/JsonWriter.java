package dev.seaworthy.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes JSON as it comes, so that a report of any length needs no memory. Commas are its affair,
 * the right nesting is the caller's. A failure to write is an {@link UncheckedIOException}.
 */
public final class JsonWriter {

  private static final String HEX = "0123456789abcdef";

  private final Appendable out;
  private final String comma;
  private final String colon;
  private boolean needsComma;

  private JsonWriter(Appendable out, String comma, String colon) {
    this.out = out;
    this.comma = comma;
    this.colon = colon;
  }

  /** For what people may look at: a space behind each comma and colon. */
  public static JsonWriter spaced(Appendable out) {
    return new JsonWriter(out, ", ", ": ");
  }

  /** Nothing but what JSON needs. */
  public static JsonWriter compact(Appendable out) {
    return new JsonWriter(out, ",", ":");
  }

  public JsonWriter beginObject() {
    return begin('{');
  }

  public JsonWriter endObject() {
    return end('}');
  }

  public JsonWriter beginArray() {
    return begin('[');
  }

  public JsonWriter endArray() {
    return end(']');
  }

  /** A line end between values, so that people and {@code grep} find their way. */
  public JsonWriter newLine() {
    if (needsComma) {
      append(",");
      needsComma = false;
    }
    append('\n');
    return this;
  }

  /** The last line end of all. */
  public void finish() {
    append('\n');
  }

  public JsonWriter name(String name) {
    separate();
    quote(name);
    append(colon);
    needsComma = false;
    return this;
  }

  public JsonWriter value(String text) {
    separate();
    quote(text);
    needsComma = true;
    return this;
  }

  public JsonWriter value(long number) {
    return raw(Long.toString(number));
  }

  public JsonWriter value(boolean truth) {
    return raw(Boolean.toString(truth));
  }

  /** The keys of mappings stay in the order in which they are written there. */
  public JsonWriter value(Node node) {
    if (node instanceof Mapping mapping) {
      beginObject();
      for (Mapping.Entry entry : mapping.entries()) {
        name(entry.key()).value(entry.value());
      }
      return endObject();
    }
    if (node instanceof Sequence sequence) {
      beginArray();
      sequence.items().forEach(this::value);
      return endArray();
    }
    if (node instanceof Scalar scalar) {
      return scalar.isString() ? value(scalar.value()) : raw(scalar.value());
    }
    return raw("null");
  }

  /** A value that is JSON text already. */
  public JsonWriter raw(String json) {
    separate();
    append(json);
    needsComma = true;
    return this;
  }

  public JsonWriter field(String name, String text) {
    return name(name).value(text);
  }

  public JsonWriter field(String name, long number) {
    return name(name).value(number);
  }

  public JsonWriter field(String name, boolean truth) {
    return name(name).value(truth);
  }

  private JsonWriter begin(char bracket) {
    separate();
    append(bracket);
    needsComma = false;
    return this;
  }

  private JsonWriter end(char bracket) {
    append(bracket);
    needsComma = true;
    return this;
  }

  private void separate() {
    if (needsComma) {
      append(comma);
    }
  }

  private void quote(String text) {
    append('"');
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (needsEscape(text, i)) {
        append(text, written, i);
        escape(c);
        written = i + 1;
      }
    }
    append(text, written, text.length());
    append('"');
  }

  // DEL to U+009F can steer a terminal too, and a lone surrogate is no Unicode text.
  private static boolean needsEscape(String text, int at) {
    char c = text.charAt(at);
    return c < 0x20
        || c == '"'
        || c == '\\'
        || c >= 0x7F && c < 0xA0
        || Character.isSurrogate(c) && isLone(text, at);
  }

  private static boolean isLone(String text, int at) {
    char c = text.charAt(at);
    return Character.isHighSurrogate(c)
        ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
        : at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
  }

  private void escape(char c) {
    switch (c) {
      case '"' -> append("\\\"");
      case '\\' -> append("\\\\");
      case '\n' -> append("\\n");
      case '\r' -> append("\\r");
      case '\t' -> append("\\t");
      default -> {
        append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          append(HEX.charAt(c >> shift & 15));
        }
      }
    }
  }

  private void append(CharSequence text) {
    append(text, 0, text.length());
  }

  private void append(CharSequence text, int from, int to) {
    try {
      out.append(text, from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void append(char c) {
    try {
      out.append(c);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
