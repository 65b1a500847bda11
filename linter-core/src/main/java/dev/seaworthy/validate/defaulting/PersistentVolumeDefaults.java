package dev.seaworthy.validate.defaulting;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.field.Request;

/** What becomes of a volume, and how pods see it; a volume inside an attachment leaves that open. */
final class PersistentVolumeDefaults implements TypeDefaults {

  private static final String POLICY = "persistentVolumeReclaimPolicy";
  private static final String MODE = "volumeMode";

  @Override
  public String type() {
    return "core/v1.PersistentVolume";
  }

  @Override
  public Mapping apply(Mapping volume, Request request) {
    Mapping spec = volume.get("spec") instanceof Mapping given ? given : Mapping.EMPTY;
    Mapping kept =
        spec.get(POLICY).text().isEmpty() ? spec.with(POLICY, Scalar.of("Retain")) : spec;
    Mapping mounted = kept.get(MODE).isAbsent() ? kept.with(MODE, Scalar.of("Filesystem")) : kept;
    return volume.with("spec", mounted);
  }
}
