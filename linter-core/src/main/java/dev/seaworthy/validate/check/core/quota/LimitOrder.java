package dev.seaworthy.validate.check.core.quota;

import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.validate.check.core.pod.ResourceNames;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** That min, defaultRequest, default and max rise in this order, resource by resource. */
final class LimitOrder {

  /** Beyond this the server reckons ratios in whole units. */
  private static final long MOST_IN_THOUSANDTHS = Long.MAX_VALUE / 1000;

  private final Value item;
  private final Errors errors;
  private final Map<String, Quantity> min;
  private final Map<String, Quantity> max;
  private final Map<String, Quantity> limits;
  private final Map<String, Quantity> requests;
  private final Map<String, Quantity> ratios;

  LimitOrder(Value item, Errors errors) {
    this.item = item;
    this.errors = errors;
    boolean pod = item.at("type").text().equals("Pod");
    this.min = Quantity.list(item.at("min").node());
    this.max = Quantity.list(item.at("max").node());
    this.limits = pod ? Map.of() : Quantity.list(item.at("default").node());
    this.requests = pod ? Map.of() : Quantity.list(item.at("defaultRequest").node());
    this.ratios = Quantity.list(item.at("maxLimitRequestRatio").node());
  }

  void check() {
    Set<String> resources = new TreeSet<>();
    resources.addAll(min.keySet());
    resources.addAll(max.keySet());
    resources.addAll(limits.keySet());
    resources.addAll(requests.keySet());
    resources.addAll(ratios.keySet());
    resources.forEach(this::check);
  }

  private void check(String resource) {
    notAbove(min.get(resource), max.get(resource), "min", resource, "max");
    Quantity request = requests.get(resource);
    Quantity limit = limits.get(resource);
    notBelow(request, min.get(resource), "defaultRequest", resource);
    notAbove(request, max.get(resource), "defaultRequest", resource, "max");
    notAbove(request, limit, "defaultRequest", resource, "default");
    notBelow(limit, min.get(resource), "default", resource);
    notAbove(limit, max.get(resource), "default", resource, "max");
    if (ratios.containsKey(resource)) {
      ratio(resource, ratios.get(resource));
    }
    boolean exact = !ResourceNames.canBeOvercommitted(resource);
    if (exact && request != null && limit != null && request.compareTo(limit) != 0) {
      errors.invalid(
          item.path(),
          "request-equals-limit",
          "must have the same default and defaultRequest of " + resource);
    }
  }

  private void notAbove(
      @Nullable Quantity lower,
      @Nullable Quantity upper,
      String field,
      String resource,
      String other) {
    if (lower != null && upper != null && lower.compareTo(upper) > 0) {
      errors.invalid(
          item.at(field).key(resource).path(),
          "in-order",
          "is " + lower + ", must not be above the " + other + " of " + upper);
    }
  }

  private void notBelow(
      @Nullable Quantity value, @Nullable Quantity least, String field, String resource) {
    if (value != null && least != null && value.compareTo(least) < 0) {
      errors.invalid(
          item.at(field).key(resource).path(),
          "in-order",
          "is " + value + ", must not be below the min of " + least);
    }
  }

  private void ratio(String resource, Quantity ratio) {
    var path = item.at("maxLimitRequestRatio").key(resource).path();
    if (ratio.isLessThan(1)) {
      errors.invalid(path, "minimum", "is " + ratio + ", must be at least 1");
    }
    Quantity least = min.get(resource);
    Quantity most = max.get(resource);
    if (least != null
        && most != null
        && asNumber(ratio, ratio, least, most)
            > asNumber(most, ratio, least, most) / asNumber(least, ratio, least, most)) {
      errors.invalid(
          path,
          "ratio-within-bounds",
          "is " + ratio + ", more than max to min, " + most + " to " + least);
    }
  }

  private static double asNumber(Quantity value, Quantity... all) {
    for (Quantity one : all) {
      if (one.longValue() >= MOST_IN_THOUSANDTHS) {
        return value.longValue();
      }
    }
    return value.milliValue() / 1000.0;
  }
}
