package dev.seaworthy.judge;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;

/**
 * A claim that was applied before. Manifests say nothing of its status, but what runs with it has
 * bound it as a rule, and only a bound claim may grow.
 */
final class BoundClaim {

  private static final GroupKind CLAIM = GroupKind.of("", "PersistentVolumeClaim");

  private BoundClaim() {}

  static boolean isClaim(Resource object) {
    return object.groupKind().equals(CLAIM);
  }

  /** What a claim asks for, absent where it says nothing of it. */
  static Node size(Resource claim) {
    return claim.at("spec", "resources", "requests", "storage");
  }

  /**
   * {@code stored} as it is once it is bound to a volume of the size that it asks for, or with the
   * status that its manifest has; any other object as it is.
   */
  static Resource of(Resource stored, Node manifest) {
    if (!isClaim(stored)) {
      return stored;
    }
    Node written = manifest.get("status");
    return new Resource(stored
        .root()
        .with("status", written.get("phase").text().isEmpty() ? bound(stored) : written));
  }

  private static Mapping bound(Resource claim) {
    Mapping status = Mapping.of("phase", Scalar.of("Bound"));
    Node size = size(claim);
    return size.isAbsent() ? status : status.with("capacity", Mapping.of("storage", size));
  }
}
