package dev.seaworthy.validate.defaulting;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
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
      Node before = object.previous();
      return restored(pod, before, "status");
    }
    Mapping merged = MatchedLabels.into(spec, pod.at("metadata", "labels"), request);
    Mapping profiled =
        AppArmorAnnotations.intoFields(merged, pod.at("metadata", "annotations"), errors);
    return generation(pod)
        .with("spec", profiled)
        .with("status", PodStatus.ofNew(profiled, request));
  }

  /** A new pod is of the first generation, whatever it says. */
  private static Mapping generation(Mapping pod) {
    return pod.get("metadata") instanceof Mapping metadata
        ? pod.with("metadata", metadata.with("generation", Scalar.of(1)))
        : pod;
  }

  private static Mapping restored(Mapping pod, Node before, String field) {
    return before.get(field).isAbsent() ? pod.without(field) : pod.with(field, before.get(field));
  }
}
