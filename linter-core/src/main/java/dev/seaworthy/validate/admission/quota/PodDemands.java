package dev.seaworthy.validate.admission.quota;

import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.check.core.pod.PodResources;
import java.math.BigDecimal;
import java.util.Map;

/** What a pod as a whole asks for: its containers together, unless the pod says it itself. */
public final class PodDemands {

  private PodDemands() {}

  /** By resource; {@code list} is {@code requests} or {@code limits}. */
  public static Map<String, BigDecimal> of(Node spec, String list) {
    Map<String, BigDecimal> sums = PodResources.aggregate(spec, list);
    Quantity.list(spec.at("resources", list))
        .forEach((name, amount) -> sums.put(name, amount.value()));
    return sums;
  }

  /** The same, with what the pod's runtime takes besides: of limits only where there is one. */
  public static Map<String, BigDecimal> withOverhead(Node spec, String list) {
    Map<String, BigDecimal> sums = of(spec, list);
    boolean isOfLimits = list.equals("limits");
    Quantity.list(spec.get("overhead")).forEach((name, amount) -> {
      if (!isOfLimits || sums.containsKey(name)) {
        sums.merge(name, amount.value(), BigDecimal::add);
      }
    });
    return sums;
  }
}
