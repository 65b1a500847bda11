package dev.seaworthy.simulate.object;

import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.Map;
import java.util.TreeMap;

/** Amounts of resources by name: cpu in thousandths, everything else in whole units. Immutable. */
public final class Amounts {

  public static final Amounts NONE = new Amounts(new TreeMap<>());

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

  /** What is no quantity counts for nothing. */
  private static long amount(String resource, Node quantity) {
    return Quantity.of(quantity)
        .map(amount -> resource.equals("cpu") ? amount.milliValue() : amount.longValue())
        .orElse(0L);
  }

  public long get(String resource) {
    return values.getOrDefault(resource, 0L);
  }

  /** Every resource that is named, in alphabetical order. */
  public Map<String, Long> entries() {
    return java.util.Collections.unmodifiableMap(values);
  }

  public Amounts plus(Amounts other) {
    return combined(other, Amounts::sum);
  }

  public Amounts minus(Amounts other) {
    TreeMap<String, Long> result = new TreeMap<>(values);
    other.values.forEach((name, amount) -> result.merge(name, -amount, Amounts::sum));
    return new Amounts(result);
  }

  /** Somebody may ask for more than there are bytes in the world; that must not become less. */
  private static long sum(long a, long b) {
    long sum = a + b;
    boolean overflows = ((a ^ sum) & (b ^ sum)) < 0;
    return overflows ? (a < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
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
