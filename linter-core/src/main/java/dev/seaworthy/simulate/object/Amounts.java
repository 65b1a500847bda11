package dev.seaworthy.simulate.object;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;

/** Amounts of resources by name: cpu in thousandths, everything else in whole units. Immutable. */
public final class Amounts {

  public static final Amounts NONE = new Amounts(new TreeMap<>());

  private static final String BINARY = "KMGTPE";
  private static final String DECIMAL = "kMGTPE";

  private final TreeMap<String, Long> values;

  private Amounts(TreeMap<String, Long> values) {
    this.values = values;
  }

  /** Reads a resource list such as {@code requests} or {@code allocatable}. */
  public static Amounts of(Node list) {
    if (!(list instanceof Mapping mapping) || mapping.size() == 0) {
      return NONE;
    }
    TreeMap<String, Long> values = new TreeMap<>();
    for (Mapping.Entry entry : mapping.entries()) {
      values.put(entry.key(), amount(entry.key(), entry.value()));
    }
    return new Amounts(values);
  }

  private static long amount(String resource, Node quantity) {
    String text = quantity instanceof Scalar scalar ? scalar.value() : "0";
    BigDecimal value = parse(text);
    BigDecimal scaled = resource.equals("cpu") ? value.movePointRight(3) : value;
    return scaled.setScale(0, RoundingMode.CEILING).longValue();
  }

  /** The number that a quantity stands for; 0 for a text that is none. */
  public static BigDecimal parse(String quantity) {
    int end = quantity.length();
    while (end > 0
        && !Character.isDigit(quantity.charAt(end - 1))
        && quantity.charAt(end - 1) != '.') {
      end--;
    }
    try {
      return new BigDecimal(quantity.substring(0, end)).multiply(factor(quantity.substring(end)));
    } catch (NumberFormatException noQuantity) {
      return BigDecimal.ZERO;
    }
  }

  private static BigDecimal factor(String suffix) {
    if (suffix.endsWith("i") && suffix.length() == 2) {
      return BigDecimal.valueOf(1024).pow(BINARY.indexOf(suffix.charAt(0)) + 1);
    }
    return switch (suffix) {
      case "m" -> new BigDecimal("0.001");
      case "u" -> new BigDecimal("0.000001");
      case "n" -> new BigDecimal("0.000000001");
      default ->
        suffix.length() == 1
            ? BigDecimal.valueOf(1000).pow(DECIMAL.indexOf(suffix.charAt(0)) + 1)
            : BigDecimal.ONE;
    };
  }

  public long get(String resource) {
    return values.getOrDefault(resource, 0L);
  }

  /** Every resource that is named, in alphabetical order. */
  public Map<String, Long> entries() {
    return java.util.Collections.unmodifiableMap(values);
  }

  public Amounts plus(Amounts other) {
    return combined(other, Long::sum);
  }

  public Amounts minus(Amounts other) {
    TreeMap<String, Long> result = new TreeMap<>(values);
    other.values.forEach((name, amount) -> result.merge(name, -amount, Long::sum));
    return new Amounts(result);
  }

  /** The greater of both, resource by resource. */
  public Amounts max(Amounts other) {
    return combined(other, Math::max);
  }

  private Amounts combined(Amounts other, java.util.function.BinaryOperator<Long> operator) {
    if (other.values.isEmpty()) {
      return this;
    }
    TreeMap<String, Long> result = new TreeMap<>(values);
    other.values.forEach((name, amount) -> result.merge(name, amount, operator));
    return new Amounts(result);
  }

  public Amounts with(String resource, long amount) {
    TreeMap<String, Long> result = new TreeMap<>(values);
    result.put(resource, amount);
    return new Amounts(result);
  }
}
