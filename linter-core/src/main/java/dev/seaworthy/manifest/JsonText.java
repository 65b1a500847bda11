package dev.seaworthy.manifest;

/** Writes nodes as compact JSON, keys in the order written. */
final class JsonText {

  private static final String HEX = "0123456789abcdef";

  private JsonText() {}

  static void write(Node node, StringBuilder out) {
    if (node instanceof Mapping mapping) {
      writeMapping(mapping, out);
    } else if (node instanceof Sequence sequence) {
      writeSequence(sequence, out);
    } else if (node instanceof Scalar scalar) {
      if (scalar.isString()) {
        quote(scalar.value(), out);
      } else {
        out.append(scalar.value());
      }
    } else {
      out.append("null");
    }
  }

  private static void writeMapping(Mapping mapping, StringBuilder out) {
    out.append('{');
    String separator = "";
    for (Mapping.Entry entry : mapping.entries()) {
      out.append(separator);
      quote(entry.key(), out);
      out.append(':');
      write(entry.value(), out);
      separator = ",";
    }
    out.append('}');
  }

  private static void writeSequence(Sequence sequence, StringBuilder out) {
    out.append('[');
    String separator = "";
    for (Node item : sequence.items()) {
      out.append(separator);
      write(item, out);
      separator = ",";
    }
    out.append(']');
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20) {
            out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
