package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The resources of a pod as a whole, which must cover those of its containers. */
final class PodResourcesCheck {

  /** The release from which pods have resources of their own by default. */
  private static final int SINCE = 34;

  private final PodScope scope;
  private final Errors errors;

  PodResourcesCheck(PodScope scope) {
    this.scope = scope;
    this.errors = scope.errors();
  }

  void check() {
    Value resources = scope.spec().at("resources");
    // Of a Windows pod OperatingSystemCheck says that there must be none.
    if (resources.isAbsent() || scope.isWindows() || !scope.request().isSince(SINCE)) {
      return;
    }
    Value claims = resources.at("claims");
    if (claims.isPresent()) {
      errors.forbidden(claims.path(), "claims-of-containers", "must be set for containers only");
    }
    new ResourcesCheck(errors, ResourcesCheck.Holder.POD, scope.claimNames()).check(resources);
    requestsCoverContainers(resources.at("requests"));
    hugePageLimitsCoverContainers(resources.at("limits"));
    limitsCoverEachContainer(resources);
  }

  private void requestsCoverContainers(Value requests) {
    Map<String, Quantity> asked = Quantity.list(requests.node());
    PodResources.aggregate(scope.spec().node(), "requests").forEach((name, sum) -> {
      if (ResourceNames.isOfPods(name) && asked.containsKey(name)) {
        covers(requests.path().key(name), valueOf(asked.get(name)), sum, "requests");
      }
    });
  }

  private void hugePageLimitsCoverContainers(Value limits) {
    Map<String, Quantity> allowed = Quantity.list(limits.node());
    PodResources.aggregate(scope.spec().node(), "limits").forEach((name, sum) -> {
      if (ResourceNames.isHugePages(name) && allowed.containsKey(name)) {
        covers(limits.path().key(name), valueOf(allowed.get(name)), sum, "limits");
      }
    });
  }

  private static BigDecimal valueOf(@Nullable Quantity quantity) {
    return quantity == null ? BigDecimal.ZERO : quantity.value();
  }

  private void covers(FieldPath path, BigDecimal own, BigDecimal sum, String what) {
    if (sum.compareTo(own) > 0) {
      errors.invalid(
          path,
          "covers-containers",
          "is "
              + own.toPlainString()
              + ", must be at least the "
              + what
              + " of the containers together, "
              + sum.toPlainString());
    }
  }

  /** The server reports at {@code spec.resources.containers[0][cpu].limits}. */
  private void limitsCoverEachContainer(Value resources) {
    Map<String, Quantity> allowed = Quantity.list(resources.at("limits").node());
    for (Value container : scope.spec().at("containers").items()) {
      int index = Integer.parseInt(container.path().lastStep());
      FieldPath base = resources.path().child("containers").index(index);
      Quantity.list(container.at("resources", "limits").node()).forEach((name, limit) -> {
        Quantity most = allowed.get(name);
        if (most != null && limit.compareTo(most) > 0) {
          errors.invalid(
              base.key(name).child("limits"),
              "within-pod-limit",
              "is " + limit + ", must be at most the pod's limit of " + most);
        }
      });
    }
  }
}
