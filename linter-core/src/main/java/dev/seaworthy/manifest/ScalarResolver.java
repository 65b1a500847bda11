package dev.seaworthy.manifest;

import dev.seaworthy.manifest.Scalar.Kind;
import java.math.BigInteger;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a plain scalar means to {@code kubectl}: YAML 1.1 as Go's yaml.v2 reads it, then turned into
 * JSON. Where a type is written as a tag, see {@link TaggedScalars}.
 */
final class ScalarResolver {

  private static final Map<String, Resolved> WORDS = Map.ofEntries(
      Map.entry("", Resolved.NULL),
      Map.entry("~", Resolved.NULL),
      Map.entry("null", Resolved.NULL),
      Map.entry("Null", Resolved.NULL),
      Map.entry("NULL", Resolved.NULL),
      Map.entry("y", Resolved.TRUE),
      Map.entry("Y", Resolved.TRUE),
      Map.entry("yes", Resolved.TRUE),
      Map.entry("Yes", Resolved.TRUE),
      Map.entry("YES", Resolved.TRUE),
      Map.entry("true", Resolved.TRUE),
      Map.entry("True", Resolved.TRUE),
      Map.entry("TRUE", Resolved.TRUE),
      Map.entry("on", Resolved.TRUE),
      Map.entry("On", Resolved.TRUE),
      Map.entry("ON", Resolved.TRUE),
      Map.entry("n", Resolved.FALSE),
      Map.entry("N", Resolved.FALSE),
      Map.entry("no", Resolved.FALSE),
      Map.entry("No", Resolved.FALSE),
      Map.entry("NO", Resolved.FALSE),
      Map.entry("false", Resolved.FALSE),
      Map.entry("False", Resolved.FALSE),
      Map.entry("FALSE", Resolved.FALSE),
      Map.entry("off", Resolved.FALSE),
      Map.entry("Off", Resolved.FALSE),
      Map.entry("OFF", Resolved.FALSE),
      Map.entry(".nan", Resolved.ofFloat(Double.NaN)),
      Map.entry(".NaN", Resolved.ofFloat(Double.NaN)),
      Map.entry(".NAN", Resolved.ofFloat(Double.NaN)),
      Map.entry(".inf", Resolved.ofFloat(Double.POSITIVE_INFINITY)),
      Map.entry(".Inf", Resolved.ofFloat(Double.POSITIVE_INFINITY)),
      Map.entry(".INF", Resolved.ofFloat(Double.POSITIVE_INFINITY)),
      Map.entry("+.inf", Resolved.ofFloat(Double.POSITIVE_INFINITY)),
      Map.entry("+.Inf", Resolved.ofFloat(Double.POSITIVE_INFINITY)),
      Map.entry("+.INF", Resolved.ofFloat(Double.POSITIVE_INFINITY)),
      Map.entry("-.inf", Resolved.ofFloat(Double.NEGATIVE_INFINITY)),
      Map.entry("-.Inf", Resolved.ofFloat(Double.NEGATIVE_INFINITY)),
      Map.entry("-.INF", Resolved.ofFloat(Double.NEGATIVE_INFINITY)));

  private static final int LONGEST_WORD = 5;

  /** Made with the first number that is no plain integer. */
  private static final class Form {
    static final Pattern FLOAT =
        Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    static final Pattern UNDERSCORE = Pattern.compile("(?<=[0-9])_(?=[0-9])");
  }

  /** No number that Go takes needs more; longer digits are text or infinite, and cost time. */
  private static final int LONGEST_NUMBER = 1_000;

  private static final BigInteger MAX_UINT64 =
      BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
  private static final BigInteger MIN_INT64 = BigInteger.valueOf(Long.MIN_VALUE);

  private ScalarResolver() {}

  /** What {@code text}, written without quotes and tag, stands for. */
  static Resolved resolve(String text) {
    if (text.isEmpty()) {
      return Resolved.NULL;
    }
    char first = text.charAt(0);
    if (isDigit(first) || first == '-' || first == '+' || first == '.') {
      return resolveNumber(text, first);
    }
    if (text.length() <= LONGEST_WORD && startsWord(first)) {
      Resolved word = WORDS.get(text);
      if (word != null) {
        return word;
      }
    }
    return Resolved.ofText(text);
  }

  private static boolean startsWord(char first) {
    return switch (first) {
      case 'y', 'Y', 'n', 'N', 't', 'T', 'f', 'F', 'o', 'O', '~' -> true;
      default -> false;
    };
  }

  private static Resolved resolveNumber(String text, char first) {
    if (text.length() <= LONGEST_WORD && text.indexOf('.') >= 0) {
      Resolved word = WORDS.get(text);
      if (word != null) {
        return word;
      }
    }
    Resolved number = first == '.' ? parseFraction(text) : parseNumber(text);
    return number == null ? Resolved.ofText(text) : number;
  }

  // Go takes an underscore between two digits of a float.
  private static @Nullable Resolved parseFraction(String text) {
    return parseFloat(Form.UNDERSCORE.matcher(text).replaceAll(""));
  }

  private static @Nullable Resolved parseNumber(String text) {
    if (text.length() > LONGEST_NUMBER) {
      return null;
    }
    String plain = text.indexOf('_') < 0 ? text : text.replace("_", "");
    if (isShortDecimal(plain)) {
      return Resolved.ofInteger(Long.parseLong(plain));
    }
    Resolved integer = parseInteger(plain);
    return integer == null ? parseFloat(plain) : integer;
  }

  // Most numbers of manifests: a few digits, the first not zero.
  private static boolean isShortDecimal(String plain) {
    int length = plain.length();
    if (length == 0 || length > 18 || (length > 1 && plain.charAt(0) == '0')) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (!isDigit(plain.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Go's {@code ParseInt} and {@code ParseUint} with base 0: 0x, 0o, 0b, and octal after a 0. */
  private static @Nullable Resolved parseInteger(String plain) {
    boolean signed = !plain.isEmpty() && (plain.charAt(0) == '-' || plain.charAt(0) == '+');
    String digits = signed ? plain.substring(1) : plain;
    int radix = radixOf(digits);
    digits = digits.substring(prefixLength(digits));
    if (digits.isEmpty() || !hasOnlyDigits(digits, radix)) {
      return null;
    }
    BigInteger value = new BigInteger(digits, radix);
    value = plain.charAt(0) == '-' ? value.negate() : value;
    if (value.bitLength() < Long.SIZE) {
      return Resolved.ofInteger(value.longValue());
    }
    return signed || value.compareTo(MAX_UINT64) > 0 || value.compareTo(MIN_INT64) < 0
        ? null
        : Resolved.ofUnsigned(value);
  }

  private static int radixOf(String digits) {
    if (digits.length() < 2 || digits.charAt(0) != '0') {
      return 10;
    }
    return switch (digits.charAt(1)) {
      case 'x', 'X' -> 16;
      case 'b', 'B' -> 2;
      default -> 8;
    };
  }

  private static int prefixLength(String digits) {
    if (digits.length() < 2 || digits.charAt(0) != '0') {
      return 0;
    }
    return "xXbBoO".indexOf(digits.charAt(1)) < 0 ? 1 : 2;
  }

  private static boolean hasOnlyDigits(String digits, int radix) {
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c > 'f' || Character.digit(c, radix) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  // What is out of a float64's range is no number to Go, and stays text.
  private static @Nullable Resolved parseFloat(String text) {
    if (text.length() > LONGEST_NUMBER
        || !mayEndNumber(text)
        || !Form.FLOAT.matcher(text).matches()) {
      return null;
    }
    double value = Double.parseDouble(text);
    return Double.isInfinite(value) ? null : Resolved.ofFloat(value);
  }

  /** Spares amounts such as {@code 64Mi} the pattern. */
  private static boolean mayEndNumber(String text) {
    char last = text.isEmpty() ? '.' : text.charAt(text.length() - 1);
    return isDigit(last) || last == '.';
  }

  /** The JSON scalar of a number that a JSON text spells as {@code digits}. */
  static Resolved resolveJsonNumber(String digits) {
    if (digits.length() <= 20
        && digits.indexOf('.') < 0
        && digits.indexOf('e') < 0
        && digits.indexOf('E') < 0) {
      BigInteger value = new BigInteger(digits);
      if (value.bitLength() < Long.SIZE) {
        return Resolved.ofInteger(value.longValue());
      }
    }
    return Resolved.ofFloat(Double.parseDouble(digits));
  }

  /**
   * A scalar's value, before it becomes JSON.
   *
   * @param key how it is written as a key of a JSON object; null where it can't be one
   * @param json its JSON text (of a string, the string itself); null where JSON has none
   */
  record Resolved(Type type, @Nullable String key, @Nullable String json, Kind kind) {

    static final Resolved NULL = new Resolved(Type.NULL, null, "null", Kind.NULL);
    static final Resolved TRUE = new Resolved(Type.BOOLEAN, "true", "true", Kind.BOOLEAN);
    static final Resolved FALSE = new Resolved(Type.BOOLEAN, "false", "false", Kind.BOOLEAN);

    /** Go's types, which keep keys apart that look alike as text. */
    enum Type {
      TEXT,
      INTEGER,
      UNSIGNED,
      FLOAT,
      BOOLEAN,
      NULL
    }

    static Resolved ofText(String text) {
      return new Resolved(Type.TEXT, text, text, Kind.STRING);
    }

    static Resolved ofInteger(long value) {
      String text = Long.toString(value);
      return new Resolved(Type.INTEGER, text, text, Kind.INTEGER);
    }

    /** Beyond int64: kubectl turns it into a float64 on its way to the server. */
    static Resolved ofUnsigned(BigInteger value) {
      return new Resolved(Type.UNSIGNED, null, GoFloat.json(value.doubleValue()), Kind.FLOAT);
    }

    static Resolved ofFloat(double value) {
      String key = GoFloat.key(value);
      if (Double.isNaN(value) || Double.isInfinite(value)) {
        return new Resolved(Type.FLOAT, key, null, Kind.FLOAT);
      }
      // 1.0 is written as 1 in JSON, and is read as an integer from there on.
      String text = value == 0 ? "0" : GoFloat.json(value);
      Kind kind = isInteger(text) ? Kind.INTEGER : Kind.FLOAT;
      return new Resolved(Type.FLOAT, key, text, kind);
    }

    private static boolean isInteger(String json) {
      return json.indexOf('.') < 0
          && json.indexOf('e') < 0
          && new BigInteger(json).bitLength() < Long.SIZE;
    }
  }
}
