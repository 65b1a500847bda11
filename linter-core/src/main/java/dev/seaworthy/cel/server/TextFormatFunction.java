package dev.seaworthy.cel.server;

import dev.cel.common.values.CelByteString;
import dev.cel.common.values.NullValue;
import dev.seaworthy.cel.CelFunction;
import dev.seaworthy.cel.ValueType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code text.format(list)}, with the verbs %s, %d, %f, %e, %b, %o, %x and %X. */
public final class TextFormatFunction {

  private static final int USUAL_PRECISION = 6;

  private TextFormatFunction() {}

  public static List<CelFunction> all() {
    return List.of(CelFunction.member(
        "format",
        "string_format",
        ValueType.STRING,
        List.of(
            Signature.TEXT, new CelFunction.Parameter(ValueType.list(ValueType.DYN), List.class)),
        arguments -> format((String) arguments[0], (List<?>) arguments[1])));
  }

  private static String format(String text, List<?> values) {
    StringBuilder out = new StringBuilder();
    int next = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '%') {
        out.append(c);
      } else if (text.startsWith("%%", i)) {
        out.append('%');
        i++;
      } else {
        int end = verb(text, i + 1);
        if (next >= values.size()) {
          throw new IllegalArgumentException("index " + next + " out of range");
        }
        out.append(
            one(text.charAt(end), precision(text.substring(i + 1, end)), values.get(next++)));
        i = end;
      }
    }
    return out.toString();
  }

  private static int verb(String text, int from) {
    int end = from;
    while (end < text.length()
        && (text.charAt(end) == '.' || Character.isDigit(text.charAt(end)))) {
      end++;
    }
    if (end == text.length()) {
      throw new IllegalArgumentException("unexpected end of string");
    }
    return end;
  }

  private static int precision(String digits) {
    return digits.length() > 1 && digits.startsWith(".")
        ? Integer.parseInt(digits.substring(1))
        : USUAL_PRECISION;
  }

  private static String one(char verb, int precision, Object value) {
    return switch (verb) {
      case 's' -> text(value);
      case 'd' -> whole(value, 10);
      case 'o' -> whole(value, 8);
      case 'b' -> value instanceof Boolean truth ? (truth ? "1" : "0") : whole(value, 2);
      case 'x' -> hexadecimal(value);
      case 'X' -> hexadecimal(value).toUpperCase(Locale.ROOT);
      case 'f' ->
        new BigDecimal(number(value))
            .setScale(precision, RoundingMode.HALF_EVEN)
            .toPlainString();
      case 'e' -> String.format(Locale.ROOT, "%." + precision + "e", number(value));
      default ->
        throw new IllegalArgumentException("unrecognized formatting clause \"" + verb + "\"");
    };
  }

  private static double number(Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException("fixed-point clause can only be used on numbers");
  }

  private static String whole(Object value, int radix) {
    if (value instanceof Long number) {
      return Long.toString(number, radix);
    }
    if (value instanceof Number number && !(value instanceof Double)) {
      return Long.toUnsignedString(number.longValue(), radix);
    }
    throw new IllegalArgumentException("this clause can only be used on whole numbers");
  }

  private static String hexadecimal(Object value) {
    if (value instanceof String text) {
      StringBuilder hex = new StringBuilder();
      for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
        hex.append(String.format(Locale.ROOT, "%02x", b));
      }
      return hex.toString();
    }
    return whole(value, 16);
  }

  /** Texts within lists and maps stand in quotes. */
  private static String inner(Object value) {
    return value instanceof String text ? '"' + text + '"' : text(value);
  }

  private static String text(Object value) {
    if (value instanceof List<?> list) {
      return list.stream()
          .map(TextFormatFunction::inner)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, String> sorted = new TreeMap<>();
      map.forEach((key, item) -> sorted.put(inner(key), inner(item)));
      return sorted.entrySet().stream()
          .map(entry -> entry.getKey() + ": " + entry.getValue())
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof Double number) {
      return DoubleText.of(number);
    }
    if (value instanceof Duration duration) {
      return DoubleText.of(duration.toNanos() / 1e9) + "s";
    }
    if (value instanceof CelByteString bytes) {
      return bytes.toStringUtf8();
    }
    return value instanceof NullValue ? "null" : String.valueOf(value);
  }
}
