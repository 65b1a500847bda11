package dev.seaworthy.manifest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Keys that only patches have: they say how to merge, and no object of an API server keeps them. */
final class PatchDirectives {

  private static final byte[][] KEYS = {bytes("$patch"), bytes("$deleteFromPrimitiveList")};

  private PatchDirectives() {}

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Whether a text may hold one; asked once a file, so that most trees need not be searched. */
  static boolean mayBeIn(byte[] utf8) {
    for (int at = 0; at < utf8.length; at++) {
      if (utf8[at] == '$' && (startsAt(utf8, at, KEYS[0]) || startsAt(utf8, at, KEYS[1]))) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsAt(byte[] utf8, int at, byte[] key) {
    return at + key.length <= utf8.length
        && Arrays.equals(utf8, at, at + key.length, key, 0, key.length);
  }

  /** Whether {@code root}, an object of Kubernetes' own kinds, has one at any depth. */
  static boolean in(Node root) {
    return isOfKubernetes(root.get("apiVersion").stringOr("")) && isIn(root);
  }

  // Other kinds may hold whole patches as their own data.
  private static boolean isOfKubernetes(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    return slash < 0 || apiVersion.indexOf('.') < 0 || apiVersion.startsWith(".k8s.io", slash - 7);
  }

  private static boolean isIn(Node node) {
    if (node instanceof Mapping mapping) {
      return mapping.entries().stream()
          .anyMatch(entry -> isDirective(entry.key()) || isIn(entry.value()));
    }
    return node.items().stream().anyMatch(PatchDirectives::isIn);
  }

  private static boolean isDirective(String key) {
    return key.equals("$patch") || key.startsWith("$deleteFromPrimitiveList/");
  }
}
