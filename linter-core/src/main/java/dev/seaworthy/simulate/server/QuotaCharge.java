package dev.seaworthy.simulate.server;

import dev.seaworthy.api.Resource;
import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.store.ObjectStore;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is let in is charged to the quotas of its namespace at once, so that the next request meets
 * what is left. What is given back is the quota controller's affair.
 */
final class QuotaCharge {

  private final ObjectStore store;
  private final QuotaUsage usage;

  QuotaCharge(ObjectStore store, QuotaUsage usage) {
    this.store = store;
    this.usage = usage;
  }

  /** Charges what {@code made} uses more than it did {@code before}. */
  void of(Resource made, Optional<Resource> before) {
    if (made.namespace().isEmpty()) {
      return;
    }
    List<Resource> quotas = store.view().list(Kinds.RESOURCE_QUOTA, made.namespace());
    for (Resource quota : List.copyOf(quotas)) {
      Map<String, BigDecimal> more = more(made, before, quota);
      if (!more.isEmpty()) {
        store.commit(quota.withAt(QuotaUsage.written(sum(quota, more)), "status", "used"));
      }
    }
  }

  private Map<String, BigDecimal> more(Resource made, Optional<Resource> before, Resource quota) {
    Map<String, BigDecimal> former = before.map(it -> usage.of(it, quota)).orElse(Map.of());
    Map<String, BigDecimal> more = new TreeMap<>();
    usage.of(made, quota).forEach((name, amount) -> {
      BigDecimal added = amount.subtract(former.getOrDefault(name, BigDecimal.ZERO));
      boolean isCounted = quota.at("status", "used").get(name).isPresent();
      if (isCounted && added.signum() > 0) {
        more.put(name, added);
      }
    });
    return more;
  }

  private static Map<String, BigDecimal> sum(Resource quota, Map<String, BigDecimal> more) {
    Node used = quota.at("status", "used");
    Map<String, BigDecimal> sum = new TreeMap<>();
    Quantity.list(used).forEach((name, amount) -> sum.put(name, amount.value()));
    more.forEach((name, amount) -> sum.merge(name, amount, BigDecimal::add));
    return sum;
  }
}
