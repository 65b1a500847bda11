package dev.seaworthy.validate.defaulting;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;

/**
 * What the server makes of a Pod before it judges it: selectors get the pod's own labels, the
 * status is the server's.
 */
final class PodPreparation implements KindPreparation {

  @Override
  public GroupKind kind() {
    return GroupKind.of("", "Pod");
  }

  @Override
  public Mapping prepare(Value object, Request request, Errors errors) {
    Mapping pod = (Mapping) object.node();
    if (!(pod.get("spec") instanceof Mapping spec)) {
      return pod;
    }
    if (request.isUpdate()) {
      return pod.with("spec", updated(spec, object.previous().get("spec"), request));
    }
    Mapping merged = MatchedLabels.into(spec, pod.at("metadata", "labels"), request);
    Mapping profiled =
        AppArmorAnnotations.intoFields(merged, pod.at("metadata", "annotations"), errors);
    Mapping sized = request.isSince(PodResourceDefaults.PREPARED_SINCE)
        ? PodResourceDefaults.prepared(profiled)
        : profiled;
    return pod.with("spec", sized).with("status", PendingPodStatus.ofNew(sized, request));
  }

  /** A client that knows nothing of a pod's own resources does not take them away. */
  private static Mapping updated(Mapping spec, Node before, Request request) {
    if (!request.isSince(PodResourceDefaults.PREPARED_SINCE)) {
      return spec;
    }
    Node former = before.get("resources");
    Mapping kept = spec.get("resources").isAbsent() && former.isPresent()
        ? spec.with("resources", former)
        : spec;
    return request.isOf(Request.RESIZE) ? PodResourceDefaults.prepared(kept) : kept;
  }
}
