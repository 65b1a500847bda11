package dev.seaworthy.manifest;

import dev.seaworthy.manifest.ScalarResolver.Resolved;
import dev.seaworthy.manifest.ScalarResolver.Resolved.Type;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** What a scalar with a type written before it ({@code !!str 1}) means to Go's yaml.v2. */
final class TaggedScalars {

  private static final String PREFIX = "tag:yaml.org,2002:";

  private static final Pattern TIMESTAMP = Pattern.compile(
      "\\d{4}-\\d{1,2}-\\d{1,2}([Tt ]\\d{1,2}:\\d{1,2}:\\d{1,2}(\\.\\d+)?(Z|[-+]\\d{2}:\\d{2})?)?");

  private TaggedScalars() {}

  static Resolved resolve(String tag, String text, Span span) throws UnreadableException {
    if (!tag.startsWith(PREFIX)) {
      return Resolved.ofText(text);
    }
    String type = tag.substring(PREFIX.length());
    return switch (type) {
      case "str" -> Resolved.ofText(text);
      case "binary" -> Resolved.ofText(decode(text, span));
      case "int", "float", "bool", "null" -> checked(type, text, span);
      case "timestamp" -> timestamp(text, span);
      default -> Resolved.ofText(text);
    };
  }

  private static Resolved checked(String type, String text, Span span) throws UnreadableException {
    Resolved resolved = ScalarResolver.resolve(text);
    boolean fits = switch (resolved.type()) {
      case INTEGER -> type.equals("int") || type.equals("float");
      case UNSIGNED -> type.equals("int");
      case FLOAT -> type.equals("float");
      case BOOLEAN -> type.equals("bool");
      case NULL -> type.equals("null");
      case TEXT -> false;
    };
    if (!fits) {
      throw mismatch(type, text, span);
    }
    return resolved.type() == Type.INTEGER && type.equals("float")
        ? Resolved.ofFloat(Double.parseDouble(String.valueOf(resolved.json())))
        : resolved;
  }

  private static Resolved timestamp(String text, Span span) throws UnreadableException {
    if (!TIMESTAMP.matcher(text).matches()) {
      throw mismatch("timestamp", text, span);
    }
    return Resolved.ofText(text);
  }

  private static UnreadableException mismatch(String type, String text, Span span) {
    return UnreadableException.of(
        ProblemCode.YAML_VALUE,
        "'" + shorten(text) + "' is tagged !!" + type + " but is none",
        span);
  }

  private static String shorten(String text) {
    return text.length() <= 40 ? text : text.substring(0, 37) + "...";
  }

  // Go's decoder skips line ends, and the JSON that follows replaces what is no UTF-8.
  private static String decode(String text, Span span) throws UnreadableException {
    String digits = text.replace("\n", "").replace("\r", "");
    if (digits.length() % 4 == 0) {
      try {
        byte[] bytes = Base64.getDecoder().decode(digits);
        return new String(TextDecoding.withoutInvalid(bytes), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException noBase64) {
        // Told below.
      }
    }
    throw UnreadableException.of(
        ProblemCode.YAML_VALUE, "the value is tagged !!binary but is no base64", span);
  }
}
