package dev.seaworthy.validate.check.core.quota;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.check.core.pod.ResourceNameCheck;
import dev.seaworthy.validate.check.core.pod.ResourceNames;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a quota limits. Mirrors ValidateResourceQuota. */
public final class ResourceQuotaCheck implements KindCheck {

  private static final List<String> BOUNDED = List.of("cpu", "memory", "ephemeral-storage");

  @Override
  public GroupKind kind() {
    return GroupKind.of("", "ResourceQuota");
  }

  @Override
  public void check(Value quota, Request request, Errors errors) {
    Value spec = quota.at("spec");
    Value hard = spec.at("hard");
    hard.eachEntry((name, amount) -> limit(name, amount, errors));
    QuotaScopes scopes = new QuotaScopes(hard.node(), request, errors);
    scopes.plain(spec.at("scopes"));
    scopes.selected(spec.at("scopeSelector", "matchExpressions"));
    if (request.isUpdate() && !scopesOf(spec.node()).equals(scopesOf(spec.previous()))) {
      errors.invalid(spec.at("scopes").path(), "immutable", "must not be changed");
    }
    if (request.isSince(35)) {
      warnOfRequests(hard, errors);
    }
  }

  private static Set<String> scopesOf(Node spec) {
    Set<String> scopes = new TreeSet<>();
    spec.get("scopes").items().forEach(scope -> scopes.add(scope.text()));
    return scopes;
  }

  private static void limit(String name, Value amount, Errors errors) {
    ResourceNameCheck.qualified(name, amount.path(), errors);
    if (name.indexOf('/') < 0 && !QuotaResources.isStandard(name)) {
      errors.invalid(amount.path(), "quota-resource", "is nothing that a quota can limit");
    }
    Quantity.of(amount.node()).ifPresent(limit -> {
      if (limit.signum() < 0) {
        errors.invalid(amount.path(), "minimum", "is " + limit + ", must be at least 0");
      }
      if (ResourceNames.isWhole(name) && !limit.isWhole()) {
        errors.invalid(amount.path(), "whole-number", "is " + limit + ", must be a whole number");
      }
    });
  }

  private static void warnOfRequests(Value hard, Errors errors) {
    Map<String, Quantity> limits = Quantity.list(hard.node());
    for (String resource : BOUNDED) {
      Quantity requests = limits.get("requests." + resource);
      Quantity most = limits.get("limits." + resource);
      if (requests != null && most != null && requests.compareTo(most) > 0) {
        errors.warn(
            hard.key("requests." + resource).path(),
            "requests-within-limits",
            "is more than limits." + resource + ", which is reached first");
      }
    }
  }
}
