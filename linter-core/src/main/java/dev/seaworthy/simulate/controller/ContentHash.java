package dev.seaworthy.simulate.controller;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The short text that tells the templates of a workload apart: FNV-1a over the template, written in
 * the API server's safe letters. Stable, but not the digits that the real controllers find: they
 * hash Go's own dump of its types.
 */
public final class ContentHash {

  private static final String SAFE = "bcdfghjklmnpqrstvwxz2456789";
  private static final int OFFSET = 0x811C9DC5;
  private static final int PRIME = 0x01000193;

  private ContentHash() {}

  /**
   * The hash of {@code content}, in which the order of keys does not matter.
   *
   * @param collisions how often the name that came of it was taken by another content
   */
  public static String of(Node content, long collisions) {
    StringBuilder text = new StringBuilder();
    write(content, text);
    if (collisions > 0) {
      text.append(collisions);
    }
    int hash = OFFSET;
    for (byte each : text.toString().getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (each & 0xFF)) * PRIME;
    }
    return safe(Integer.toUnsignedString(hash));
  }

  private static String safe(String digits) {
    StringBuilder letters = new StringBuilder();
    digits.chars().forEach(digit -> letters.append(SAFE.charAt(digit % SAFE.length())));
    return letters.toString();
  }

  private static void write(Node node, StringBuilder out) {
    if (node instanceof Mapping mapping) {
      Map<String, Node> sorted = new TreeMap<>();
      mapping.entries().forEach(entry -> sorted.put(entry.key(), entry.value()));
      sorted.forEach((key, value) -> {
        if (value.isPresent()) {
          out.append(key).append(':');
          write(value, out);
          out.append(';');
        }
      });
    } else if (node.isSequence()) {
      node.items().forEach(item -> {
        write(item, out);
        out.append(',');
      });
    } else {
      out.append(node.toJson());
    }
  }
}
