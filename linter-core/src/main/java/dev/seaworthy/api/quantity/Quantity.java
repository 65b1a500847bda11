package dev.seaworthy.api.quantity;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An amount of a resource, such as {@code 500m} or {@code 1.5Gi}, as Kubernetes reads and stores
 * it: at least a billionth apart from zero, written with the largest suffix that needs no fraction.
 */
public final class Quantity implements Comparable<Quantity> {

  public static final Quantity ZERO = new Quantity(BigDecimal.ZERO, Form.DECIMAL);

  private static final String BINARY = "KMGTPE";
  private static final String[] LARGE = {"", "k", "M", "G", "T", "P", "E"};
  private static final String[] SMALL = {"", "m", "u", "n"};
  private static final int NANO = 9;

  /** Beyond this the amount is out of any use, and computing with it would take for ever. */
  private static final int LARGEST_EXPONENT = 500;

  private static final BigDecimal LARGEST_BINARY = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final BigInteger KIBI = BigInteger.valueOf(1024);

  private enum Form {
    DECIMAL,
    BINARY,
    EXPONENT
  }

  private final BigDecimal value;
  private final Form form;

  private Quantity(BigDecimal value, Form form) {
    this.value = value;
    this.form = form;
  }

  /** The quantity that a manifest writes as text or number; empty if it is none. */
  public static Optional<Quantity> of(Node node) {
    return node instanceof Scalar scalar && scalar.isPresent()
        ? parse(scalar.value().strip())
        : Optional.empty();
  }

  /** The amounts of a resource list, by resource. */
  public static Map<String, Quantity> list(Node resources) {
    Map<String, Quantity> amounts = new TreeMap<>();
    for (Mapping.Entry entry : resources.entries()) {
      of(entry.value()).ifPresent(amount -> amounts.put(entry.key(), amount));
    }
    return amounts;
  }

  /** Reads a quantity; empty if the text is none. */
  public static Optional<Quantity> parse(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    int start = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
    int point = skipDigits(text, start);
    int end =
        point < text.length() && text.charAt(point) == '.' ? skipDigits(text, point + 1) : point;
    if (end == start && end < text.length()) {
      return Optional.empty();
    }
    String digits = text.substring(start, end);
    BigDecimal number =
        digits.isEmpty() || digits.equals(".") ? BigDecimal.ZERO : Digits.number(digits);
    Optional<Quantity> amount = scaled(number, text.substring(end));
    return text.charAt(0) == '-' ? amount.map(q -> new Quantity(q.value.negate(), q.form)) : amount;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int skipDigits(String text, int from) {
    int i = from;
    while (i < text.length() && isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static Optional<Quantity> scaled(BigDecimal number, String suffix) {
    if (suffix.isEmpty()) {
      return Optional.of(new Quantity(roundUp(number), Form.DECIMAL));
    }
    int decimal = decimalExponent(suffix);
    if (decimal != 0) {
      return Optional.of(new Quantity(roundUp(number.scaleByPowerOfTen(decimal)), Form.DECIMAL));
    }
    if (suffix.length() == 2 && suffix.charAt(1) == 'i' && BINARY.indexOf(suffix.charAt(0)) >= 0) {
      BigInteger factor = KIBI.pow(BINARY.indexOf(suffix.charAt(0)) + 1);
      BigDecimal amount = roundUp(number.multiply(new BigDecimal(factor))).min(LARGEST_BINARY);
      return Optional.of(new Quantity(amount, Form.BINARY));
    }
    return exponent(suffix)
        .map(e -> new Quantity(roundUp(number.scaleByPowerOfTen(e)), Form.EXPONENT));
  }

  /** The power of ten of a decimal suffix; 0 for any other text. */
  private static int decimalExponent(String suffix) {
    return switch (suffix) {
      case "n" -> -9;
      case "u" -> -6;
      case "m" -> -3;
      case "k" -> 3;
      case "M" -> 6;
      case "G" -> 9;
      case "T" -> 12;
      case "P" -> 15;
      case "E" -> 18;
      default -> 0;
    };
  }

  /** The number after an {@code e} or {@code E}; empty if there is none. */
  private static Optional<Integer> exponent(String suffix) {
    char first = suffix.charAt(0);
    if (suffix.length() < 2 || (first != 'e' && first != 'E')) {
      return Optional.empty();
    }
    int start = suffix.charAt(1) == '-' || suffix.charAt(1) == '+' ? 2 : 1;
    if (start == suffix.length()
        || suffix.length() - start > 18
        || skipDigits(suffix, start) != suffix.length()) {
      return Optional.empty();
    }
    long number = Long.parseLong(suffix.substring(start));
    long signed = suffix.charAt(1) == '-' ? -number : number;
    return Optional.of((int) Math.max(-LARGEST_EXPONENT, Math.min(LARGEST_EXPONENT, signed)));
  }

  private static BigDecimal roundUp(BigDecimal amount) {
    return amount.scale() > NANO ? amount.setScale(NANO, RoundingMode.UP) : amount;
  }

  public BigDecimal value() {
    return value;
  }

  /** Below zero -1, zero 0, above it 1. */
  public int signum() {
    return value.signum();
  }

  public boolean isLessThan(long bound) {
    return value.compareTo(BigDecimal.valueOf(bound)) < 0;
  }

  /** Whether this is a whole number. */
  public boolean isWhole() {
    return value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
  }

  /** The amount as a whole number, rounded up, at most what 64 bits hold. */
  public long longValue() {
    return value
        .setScale(0, RoundingMode.CEILING)
        .min(LARGEST_BINARY)
        .max(LARGEST_BINARY.negate())
        .longValue();
  }

  /** The same in thousandths, as processors are counted. */
  public long milliValue() {
    return new Quantity(value.movePointRight(3), form).longValue();
  }

  /** The amount in whole thousandths, rounded up. */
  public Quantity inThousandths() {
    return value.scale() > 3 ? new Quantity(value.setScale(3, RoundingMode.UP), form) : this;
  }

  /** Another amount, to be written in the same way: {@code Ki} and the like, or {@code k}. */
  public Quantity withValue(BigDecimal amount) {
    return new Quantity(amount, form);
  }

  /** The text that the server stores. */
  public String canonical() {
    if (value.signum() == 0) {
      return "0";
    }
    if (form == Form.BINARY && value.abs().compareTo(new BigDecimal(KIBI)) >= 0 && isWhole()) {
      return binary();
    }
    return decimal();
  }

  private String binary() {
    BigInteger number = value.toBigIntegerExact();
    int power = 0;
    while (power < BINARY.length()) {
      BigInteger[] parts = number.divideAndRemainder(KIBI);
      if (parts[1].signum() != 0) {
        break;
      }
      number = parts[0];
      power++;
    }
    return power == 0 ? number.toString() : number.toString() + BINARY.charAt(power - 1) + "i";
  }

  private String decimal() {
    BigDecimal stripped = value.stripTrailingZeros();
    int exponent = Math.floorDiv(-stripped.scale(), 3) * 3;
    if (form != Form.EXPONENT) {
      exponent = Math.min(18, exponent);
    }
    String number = value.scaleByPowerOfTen(-exponent).toBigInteger().toString();
    if (exponent == 0) {
      return number;
    }
    if (form == Form.EXPONENT) {
      return number + "e" + exponent;
    }
    return number + (exponent > 0 ? LARGE[exponent / 3] : SMALL[-exponent / 3]);
  }

  @Override
  public int compareTo(Quantity other) {
    return value.compareTo(other.value);
  }

  /** Whether {@code other} is the same amount, however it is written. */
  @Override
  public boolean equals(@org.jspecify.annotations.Nullable Object other) {
    return other instanceof Quantity quantity && compareTo(quantity) == 0;
  }

  @Override
  public int hashCode() {
    return value.stripTrailingZeros().hashCode();
  }

  @Override
  public String toString() {
    return canonical();
  }
}
