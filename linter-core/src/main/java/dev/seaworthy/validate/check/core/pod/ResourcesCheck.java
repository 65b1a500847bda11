package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Requests and limits, of a container or of a pod as a whole. */
final class ResourcesCheck {

  /** Whose resources they are; pods as a whole know fewer. */
  enum Holder {
    CONTAINER,
    POD
  }

  private final Errors errors;
  private final Holder holder;
  private final Set<String> claims;

  ResourcesCheck(Errors errors, Holder holder, Set<String> claims) {
    this.errors = errors;
    this.holder = holder;
    this.claims = claims;
  }

  void check(Value resources) {
    Value limits = resources.at("limits");
    Value requests = resources.at("requests");
    amounts(limits);
    amounts(requests);
    Map<String, Quantity> upper = Quantity.list(limits.node());
    Map<String, Quantity> lower = Quantity.list(requests.node());
    lower.forEach((name, amount) ->
        requestFits(name, amount, Optional.ofNullable(upper.get(name)), resources));
    hugePagesComeWithOthers(resources.path(), lower.keySet(), upper.keySet());
    new ClaimUseCheck(errors, claims).check(resources.at("claims").items());
  }

  /** A list of amounts such as limits, or the overhead of a runtime. */
  void amounts(Value list) {
    list.eachEntry((name, value) -> {
      if (holder == Holder.CONTAINER) {
        ResourceNameCheck.ofContainer(name, value.path(), errors);
      } else {
        podResource(name, value.path());
      }
      Quantity.of(value.node()).ifPresent(amount -> amount(name, amount, value.path()));
    });
  }

  private void podResource(String name, FieldPath path) {
    boolean known = ResourceNameCheck.qualified(name, path, errors)
        && (name.indexOf('/') >= 0 || ResourceNames.isStandard(name));
    if (known && !ResourceNames.isOfPods(name)) {
      errors.notSupported(
          path, "pod-resource", "is not a resource of pods: cpu, memory or hugepages-SIZE");
    }
  }

  private void amount(String name, Quantity amount, FieldPath path) {
    if (amount.signum() < 0) {
      errors.invalid(path, "minimum", "is " + amount + ", must be at least 0");
    }
    if (ResourceNames.isWhole(name) && !amount.isWhole()) {
      errors.invalid(path, "whole-number", "is " + amount + ", must be a whole number");
    }
    if (ResourceNames.isHugePages(name) && !isWholePages(name, amount)) {
      errors.invalid(
          path, "whole-pages", "is " + amount + ", which is no multiple of the size of a page");
    }
  }

  private static boolean isWholePages(String name, Quantity amount) {
    Optional<Quantity> size = Quantity.parse(ResourceNames.pageSize(name));
    if (size.isEmpty() || size.get().signum() <= 0 || !size.get().isWhole()) {
      return false;
    }
    BigInteger page = BigInteger.valueOf(size.get().longValue());
    return BigInteger.valueOf(amount.longValue()).mod(page).signum() == 0;
  }

  private void requestFits(
      String name, Quantity request, Optional<Quantity> limit, Value resources) {
    boolean exact = !ResourceNames.canBeOvercommitted(name);
    FieldPath path = resources.path().child("requests");
    if (limit.isEmpty()) {
      if (exact) {
        errors.required(
            resources.path().child("limits"),
            "limit-for-request",
            "must have what is requested of resources that cannot be overcommitted");
      }
    } else if (exact && request.compareTo(limit.get()) != 0) {
      errors.invalid(
          path,
          "request-equals-limit",
          "asks for " + request + " of " + name + ", must be its limit of " + limit.get());
    } else if (request.compareTo(limit.get()) > 0) {
      errors.invalid(
          path,
          "request-within-limit",
          "asks for " + request + " of " + name + ", more than its limit of " + limit.get());
    }
  }

  private void hugePagesComeWithOthers(FieldPath path, Set<String> requests, Set<String> limits) {
    Set<String> names = new HashSet<>(requests);
    names.addAll(limits);
    boolean huge = false;
    for (String name : names) {
      huge |= ResourceNames.isHugePages(name);
    }
    if (huge && !names.contains("cpu") && !names.contains("memory")) {
      errors.forbidden(path, "huge-pages-not-alone", "has huge pages without cpu or memory");
    }
  }
}
