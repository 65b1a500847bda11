package dev.seaworthy.simulate.server;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.validate.admission.quota.QuotaScope;
import dev.seaworthy.validate.admission.quota.Usage;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How much of a quota objects use. */
public final class QuotaUsage {

  private static final BigDecimal KIBI = BigDecimal.valueOf(1024);

  private final ApiCatalog catalog;

  /** {@code catalog} knows by what names kinds are counted. */
  QuotaUsage(ApiCatalog catalog) {
    this.catalog = catalog;
  }

  /** What {@code object} uses of what {@code quota} limits; nothing if it is not of its scope. */
  public Map<String, BigDecimal> of(Resource object, Resource quota) {
    Optional<ResourceType> type = catalog.find(object.gvk());
    if (type.isEmpty() || !QuotaScope.fits(quota.at("spec"), type.get().plural(), object.root())) {
      return Map.of();
    }
    Map<String, BigDecimal> usage =
        Usage.of(object.groupKind(), type.get().plural(), object.root());
    boolean hasEnded = object.groupKind().equals(Kinds.POD) && new Pod(object).isFinished();
    usage
        .keySet()
        .removeIf(name -> quota.at("spec", "hard").get(name).isAbsent()
            || (hasEnded && !name.startsWith("count/")));
    return usage;
  }

  /** Amounts as a quota's status writes them. */
  public static Mapping written(Map<String, BigDecimal> amounts) {
    Map<String, String> texts = new TreeMap<>();
    amounts.forEach((name, amount) -> texts.put(name, text(name, amount)));
    return Mapping.ofStrings(texts);
  }

  /** Memory and storage in powers of two, as people ask for them. */
  private static String text(String name, BigDecimal amount) {
    boolean isOfBytes =
        name.endsWith("memory") || name.endsWith("storage") || name.contains("hugepages-");
    boolean isRound = amount.signum() > 0 && amount.remainder(KIBI).signum() == 0;
    String number =
        isOfBytes && isRound ? amount.divide(KIBI).toBigInteger() + "Ki" : amount.toPlainString();
    return Quantity.parse(number).map(Quantity::canonical).orElse("0");
  }
}
