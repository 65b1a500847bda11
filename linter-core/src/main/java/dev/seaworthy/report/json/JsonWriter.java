package dev.seaworthy.report.json;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes JSON as it comes, so that a report of any length needs no memory. Commas are its affair,
 * the right nesting is the caller's.
 */
public final class JsonWriter {

  private static final String HEX = "0123456789abcdef";

  private final Appendable out;
  private boolean needsComma;

  public JsonWriter(Appendable out) {
    this.out = out;
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
    append("\n");
    return this;
  }

  /** The last line end of all. */
  public void finish() {
    append("\n");
  }

  public JsonWriter name(String name) {
    separate();
    quote(name);
    append(": ");
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
    append(Character.toString(bracket));
    needsComma = false;
    return this;
  }

  private JsonWriter end(char bracket) {
    append(Character.toString(bracket));
    needsComma = true;
    return this;
  }

  private void separate() {
    if (needsComma) {
      append(", ");
    }
  }

  private void quote(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      escape(text.charAt(i), quoted);
    }
    append(quoted.append('"'));
  }

  private static void escape(char c, StringBuilder out) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        // DEL to U+009F can steer a terminal too, and a lone surrogate is no Unicode text.
        if (c < 0x20 || c >= 0x7F && c < 0xA0 || Character.isSurrogate(c)) {
          out.append("\\u");
          for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX.charAt(c >> shift & 15));
          }
        } else {
          out.append(c);
        }
      }
    }
  }

  private void append(CharSequence text) {
    try {
      out.append(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
