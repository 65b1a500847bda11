package dev.seaworthy.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Values from a seed, and their YAML in block style. */
record RandomNodes(Random random) {

  private static final List<String> WORDS = List.of(
      "web", "yes", "~", "1", "0644", "a: b", "a #b", "- x", "é😀", "\"q\"", "it's", " ", "", "\n");

  Node mapping(int depth) {
    Map<String, Node> values = new LinkedHashMap<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      values.put(text(), value(depth - 1));
    }
    return Mapping.of(values);
  }

  private Node value(int depth) {
    if (depth > 0 && random.nextInt(3) == 0) {
      return mapping(depth);
    }
    if (depth > 0 && random.nextInt(3) == 0) {
      List<Node> items = new ArrayList<>();
      for (int i = random.nextInt(4); i >= 0; i--) {
        items.add(value(depth - 1));
      }
      return Sequence.of(items);
    }
    return switch (random.nextInt(4)) {
      case 0 -> Scalar.of(random.nextLong());
      case 1 -> Scalar.of(random.nextBoolean());
      case 2 -> new Scalar(Scalar.Kind.NULL, "null", Span.NONE);
      default -> Scalar.of(text());
    };
  }

  private String text() {
    StringBuilder out = new StringBuilder();
    for (int i = random.nextInt(3); i >= 0; i--) {
      out.append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return out.toString();
  }

  static String blockStyle(Node value) {
    StringBuilder out = new StringBuilder();
    write(value, "", out);
    return out.toString();
  }

  private static void write(Node value, String indent, StringBuilder out) {
    for (Mapping.Entry entry : value.entries()) {
      out.append(indent).append(Scalar.of(entry.key()).toJson()).append(':');
      writeBelow(entry.value(), indent, out);
    }
    for (Node item : value.items()) {
      out.append(indent).append('-');
      writeBelow(item, indent, out);
    }
  }

  private static void writeBelow(Node value, String indent, StringBuilder out) {
    if (value instanceof Scalar) {
      out.append(' ').append(value.toJson()).append('\n');
    } else {
      out.append('\n');
      write(value, indent + "  ", out);
    }
  }
}
