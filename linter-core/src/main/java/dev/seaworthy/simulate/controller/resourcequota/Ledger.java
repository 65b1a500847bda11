package dev.seaworthy.simulate.controller.resourcequota;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.server.QuotaUsage;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What the objects of a namespace use of one quota, object by object and in all. */
final class Ledger {

  private final Resource quota;
  private final QuotaUsage usage;
  private final Map<ObjectKey, Map<String, BigDecimal>> entries = new HashMap<>();
  private final Map<String, BigDecimal> sums = new TreeMap<>();

  Ledger(Resource quota, QuotaUsage usage) {
    this.quota = quota;
    this.usage = usage;
    for (Mapping.Entry limit : quota.at("spec", "hard").entries()) {
      sums.put(limit.key(), BigDecimal.ZERO);
    }
  }

  boolean isOf(Node spec) {
    return quota.at("spec").sameAs(spec);
  }

  /** Enters an object as it is now, in place of what it was. */
  void enter(Resource object) {
    strike(ObjectKey.of(object));
    Map<String, BigDecimal> used = usage.of(object, quota);
    if (!used.isEmpty()) {
      entries.put(ObjectKey.of(object), used);
      used.forEach((name, amount) -> sums.merge(name, amount, BigDecimal::add));
    }
  }

  void strike(ObjectKey object) {
    Map<String, BigDecimal> former = entries.remove(object);
    if (former != null) {
      former.forEach((name, amount) -> sums.merge(name, amount.negate(), BigDecimal::add));
    }
  }

  /** What is used of each limited resource. */
  Map<String, BigDecimal> used() {
    return sums;
  }
}
