package dev.seaworthy.validate.defaulting;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.Mapping;
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
      return pod;
    }
    Mapping merged = MatchedLabels.into(spec, pod.at("metadata", "labels"), request);
    Mapping profiled =
        AppArmorAnnotations.intoFields(merged, pod.at("metadata", "annotations"), errors);
    return pod.with("spec", profiled).with("status", PendingPodStatus.ofNew(profiled, request));
  }
}
