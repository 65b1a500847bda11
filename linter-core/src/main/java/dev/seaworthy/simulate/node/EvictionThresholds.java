package dev.seaworthy.simulate.node;

import dev.seaworthy.api.quantity.Quantity;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** How much must be left on a node; with less it ends pods. As {@code evictionHard} of a kubelet. */
public final class EvictionThresholds {

  private static final String PERCENT = "%";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** As kubelets come: processes are not watched. */
  public static final EvictionThresholds USUAL =
      new EvictionThresholds(new EnumMap<>(Map.of(Pressure.MEMORY, "100Mi", Pressure.DISK, "10%")));

  private final EnumMap<Pressure, String> least;

  private EvictionThresholds(EnumMap<Pressure, String> least) {
    this.least = least;
  }

  /** The same with other ones: quantities, or percentages of what the node has. */
  public EvictionThresholds with(Map<Pressure, String> others) {
    EnumMap<Pressure, String> all = new EnumMap<>(least);
    all.putAll(others);
    return new EvictionThresholds(all);
  }

  /** Whether {@code text} is a quantity or a percentage. */
  public static boolean isAmount(String text) {
    String number = text.endsWith(PERCENT) ? text.substring(0, text.length() - 1) : text;
    return Quantity.parse(number).filter(amount -> amount.signum() >= 0).isPresent();
  }

  /** Of a node that has {@code capacity}; empty if this is not watched. */
  Optional<Long> of(Pressure pressure, long capacity) {
    return Optional.ofNullable(least.get(pressure))
        .map(text -> amount(text, capacity))
        .filter(amount -> amount > 0);
  }

  private static long amount(String text, long capacity) {
    return text.endsWith(PERCENT)
        ? Quantity.parse(text.substring(0, text.length() - 1))
            .map(share -> share.value().multiply(BigDecimal.valueOf(capacity)).divide(HUNDRED))
            .map(BigDecimal::longValue)
            .orElse(0L)
        : Quantity.parse(text).map(Quantity::longValue).orElse(0L);
  }
}
