package dev.seaworthy.manifest.edit;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.PlainText;
import dev.seaworthy.manifest.Scalar;
import java.util.ArrayList;
import java.util.List;

/**
 * Values within braces and brackets.
 *
 * @param json whether every text is quoted, as in JSON
 */
record FlowText(boolean json) {

  String key(String key) {
    return text(key) + ": ";
  }

  /** A text, quoted where it must be. */
  String text(String text) {
    return !json && PlainText.is(text) ? text : Scalar.of(text).toJson();
  }

  /** {@code value} on one line. */
  String value(Node value) {
    if (value instanceof Mapping mapping) {
      List<String> entries = new ArrayList<>();
      mapping.entries().forEach(entry -> entries.add(key(entry.key()) + value(entry.value())));
      return "{" + String.join(", ", entries) + "}";
    }
    if (value.isSequence()) {
      List<String> items = new ArrayList<>();
      value.items().forEach(item -> items.add(value(item)));
      return "[" + String.join(", ", items) + "]";
    }
    return value.isString() ? text(value.text()) : value.toJson();
  }

  /**
   * {@code value} with a line for each entry and item, in lines that begin with {@code indent} and
   * for what is within by {@code step} further in.
   */
  String lines(Node value, String indent, String step) {
    if (value.size() == 0) {
      return value(value);
    }
    String inner = "\n" + indent + step;
    List<String> parts = new ArrayList<>();
    for (Mapping.Entry entry : value.entries()) {
      parts.add(inner + key(entry.key()) + lines(entry.value(), indent + step, step));
    }
    for (Node item : value.items()) {
      parts.add(inner + lines(item, indent + step, step));
    }
    String all = String.join(",", parts) + "\n" + indent;
    return value.isMapping() ? "{" + all + "}" : "[" + all + "]";
  }
}
