package dev.seaworthy.project.kustomize;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * What kustomize puts behind the name of a ConfigMap or a Secret that it makes: ten letters of what it
 * holds, so that a change is another object and pods are replaced.
 */
final class NameHash {

  private static final int LENGTH = 10;

  /** Hexadecimal digits that could make a word are others. */
  private static final Map<Character, Character> OTHERS =
      Map.of('0', 'g', '1', 'h', '3', 'k', 'a', 'm', 'e', 't');

  private NameHash() {}

  static String of(Mapping object) {
    boolean isSecret = object.get("kind").text().equals("Secret");
    Map<String, String> parts = new TreeMap<>();
    parts.put("kind", json(object.get("kind").text()));
    // Today's kustomize looks for the name where there is none, and so hashes an empty one.
    parts.put("name", json(""));
    parts.put("data", json(object.get("data")));
    if (isSecret) {
      parts.put("type", json(object.get("type").text()));
    }
    String more = isSecret ? "stringData" : "binaryData";
    if (object.get(more).isMapping()) {
      parts.put(more, json(object.get(more)));
    }
    return shortened(sha256(json(parts)));
  }

  private static String json(Node data) {
    if (!(data instanceof Mapping mapping)) {
      return "\"\"";
    }
    Map<String, String> parts = new TreeMap<>();
    mapping.strings().forEach((key, value) -> parts.put(key, json(value)));
    return json(parts);
  }

  private static String json(Map<String, String> parts) {
    StringBuilder out = new StringBuilder("{");
    parts.forEach((key, value) ->
        out.append(out.length() > 1 ? "," : "").append(json(key)).append(':').append(value));
    return out.append('}').toString();
  }

  /** As Go writes a text in JSON: what means something in HTML is escaped, too. */
  private static String json(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      switch (letter) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> out.append(isEscaped(letter) ? String.format("\\u%04x", (int) letter) : letter);
      }
    }
    return out.append('"').toString();
  }

  private static boolean isEscaped(char letter) {
    return letter < ' '
        || letter == '<'
        || letter == '>'
        || letter == '&'
        || letter == '\u2028'
        || letter == '\u2029';
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java has SHA-256", impossible);
    }
  }

  private static String shortened(String hex) {
    StringBuilder out = new StringBuilder(LENGTH);
    for (char digit : hex.substring(0, LENGTH).toCharArray()) {
      out.append(OTHERS.getOrDefault(digit, digit));
    }
    return out.toString();
  }
}
