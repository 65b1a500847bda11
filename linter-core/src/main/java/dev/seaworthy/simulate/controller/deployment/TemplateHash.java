package dev.seaworthy.simulate.controller.deployment;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The short text that tells the templates of a Deployment apart: FNV-1a over the template, written
 * in the API server's safe letters. Stable, but not the digits that the real controller finds: it
 * hashes Go's own dump of its types.
 */
final class TemplateHash {

  static final String LABEL = "pod-template-hash";

  private static final String SAFE = "bcdfghjklmnpqrstvwxz2456789";
  private static final int OFFSET = 0x811C9DC5;
  private static final int PRIME = 0x01000193;

  private TemplateHash() {}

  /**
   * @param collisions how often the name that came of it was taken by another template
   */
  static String of(Node template, long collisions) {
    StringBuilder text = new StringBuilder();
    write(template, text);
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

  /** Keys in alphabetical order, so that the order in a file does not matter. */
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

  /** Whether two templates are the same but for the hash label. */
  static boolean same(Node left, Node right) {
    return left.get("spec").sameAs(right.get("spec")) && metadata(left).sameAs(metadata(right));
  }

  private static Node metadata(Node template) {
    return template.get("metadata") instanceof Mapping mapping
        ? mapping.withoutAt(List.of("labels", LABEL))
        : template.get("metadata");
  }

  static String of(Resource deployment) {
    return of(
        deployment.at("spec", "template"),
        deployment.at("status", "collisionCount").longOr(0));
  }
}
