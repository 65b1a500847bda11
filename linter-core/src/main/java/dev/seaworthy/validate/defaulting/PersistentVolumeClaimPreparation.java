package dev.seaworthy.validate.defaulting;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.Errors;
import dev.seaworthy.validate.Request;
import dev.seaworthy.validate.Value;

/** A claim's data source in its two forms, each filled in from the other; and its first status. */
final class PersistentVolumeClaimPreparation implements KindPreparation {

  @Override
  public GroupKind kind() {
    return GroupKind.of("", "PersistentVolumeClaim");
  }

  @Override
  public Mapping prepare(Value object, Request request, Errors errors) {
    Mapping claim = (Mapping) object.node();
    Mapping sourced =
        claim.get("spec") instanceof Mapping spec ? claim.with("spec", sources(spec)) : claim;
    if (request.isCreate()) {
      return sourced.with("status", Mapping.of("phase", Scalar.of("Pending")));
    }
    Node status = object.previous().get("status");
    return status.isAbsent() ? sourced.without("status") : sourced.with("status", status);
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
