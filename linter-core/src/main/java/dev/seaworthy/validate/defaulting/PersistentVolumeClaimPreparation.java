package dev.seaworthy.validate.defaulting;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;

/** A claim's data source in its two forms, each filled in from the other; and its first status. */
final class PersistentVolumeClaimPreparation implements KindPreparation {

  private static final String CLASS = "volumeAttributesClassName";
  private static final int CLASS_SINCE = 34;

  @Override
  public GroupKind kind() {
    return GroupKind.of("", "PersistentVolumeClaim");
  }

  @Override
  public Mapping prepare(Value object, Request request, Errors errors) {
    Mapping claim = (Mapping) object.node();
    Mapping sourced = claim;
    if (claim.get("spec") instanceof Mapping given) {
      Mapping spec = classed(given, object.previous().at("spec", CLASS), request);
      sourced = claim.with("spec", sources(request.isCreate() ? known(spec) : spec));
    }
    return request.isCreate()
        ? sourced.with("status", Mapping.of("phase", Scalar.of("Pending")))
        : sourced;
  }

  /** Before VolumeAttributesClass was the default, the server dropped a class that was not there. */
  private static Mapping classed(Mapping spec, Node former, Request request) {
    return request.isSince(CLASS_SINCE) || former.isPresent() ? spec : spec.without(CLASS);
  }

  /**
   * The spec without what the server drops: a source in the older field alone that is neither a
   * claim nor a snapshot, and the namespace of one, which is behind a feature gate that is off.
   */
  private static Mapping known(Mapping spec) {
    if (spec.get("dataSourceRef") instanceof Mapping reference) {
      return spec.with("dataSourceRef", reference.without("namespace"));
    }
    return isOfKnownKind(spec.get("dataSource")) ? spec : spec.without("dataSource");
  }

  private static boolean isOfKnownKind(Node source) {
    String group = source.get("apiGroup").text();
    String kind = source.get("kind").text();
    return (group.isEmpty() && kind.equals("PersistentVolumeClaim"))
        || (group.equals("snapshot.storage.k8s.io") && kind.equals("VolumeSnapshot"));
  }

  private static Mapping sources(Mapping spec) {
    Node source = spec.get("dataSource");
    Node reference = spec.get("dataSourceRef");
    if (source.isPresent() && reference.isAbsent()) {
      return spec.with("dataSourceRef", source);
    }
    boolean own = reference.isPresent() && reference.get("namespace").text().isEmpty();
    return own && source.isAbsent() ? spec.with("dataSource", reference) : spec;
  }
}
