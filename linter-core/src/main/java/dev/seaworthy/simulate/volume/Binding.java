package dev.seaworthy.simulate.volume;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.server.ApiClient;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Writes down that a claim and a volume belong to each other, on both of them. */
public final class Binding {

  private static final Scalar YES = Scalar.of("yes");

  private Binding() {}

  /** Keeps {@code volume} for {@code claim}; gives it as it is then, empty if that was refused. */
  public static Optional<Volume> reserve(Volume volume, Claim claim, ApiClient api) {
    if (volume.claimRef().get("uid").text().equals(claim.uid())) {
      return Optional.of(volume);
    }
    Resource kept = volume.claimRef().isAbsent()
        ? volume.resource().withAt(YES, "metadata", "annotations", Claim.BOUND_BY_CONTROLLER)
        : volume.resource();
    Mapping reference = Mapping.of(
        "apiVersion", Scalar.of("v1"),
        "kind", Scalar.of("PersistentVolumeClaim"),
        "namespace", Scalar.of(claim.namespace()),
        "name", Scalar.of(claim.name()),
        "uid", Scalar.of(claim.uid()));
    return api.update(kept.with("spec.claimRef", reference)).object().map(Volume::new);
  }

  /** Gives {@code claim} its volume; says whether nothing was refused. */
  public static boolean complete(Claim claim, Volume volume, ApiClient api) {
    Optional<Volume> reserved = reserve(volume, claim, api);
    return reserved.isPresent()
        && phase(reserved.get(), Volume.BOUND, api)
        && named(claim, volume, api).map(bound -> told(bound, volume, api)).orElse(false);
  }

  /** Says how far {@code volume} is; gives whether that was not refused. */
  public static boolean phase(Volume volume, String phase, ApiClient api) {
    return volume.phase().equals(phase)
        || api.updateStatus(current(volume.resource()).with("status.phase", Scalar.of(phase)))
            .accepted();
  }

  private static Resource current(Resource object) {
    return object.without("metadata", "resourceVersion");
  }

  private static Optional<Resource> named(Claim claim, Volume volume, ApiClient api) {
    Resource named = claim.resource().withAt(YES, "metadata", "annotations", Claim.BIND_COMPLETED);
    if (claim.volumeName().isEmpty()) {
      named = named
          .withAt(YES, "metadata", "annotations", Claim.BOUND_BY_CONTROLLER)
          .with("spec.volumeName", Scalar.of(volume.name()));
    }
    return api.update(named).object();
  }

  private static boolean told(Resource claim, Volume volume, ApiClient api) {
    Map<String, Node> status = new LinkedHashMap<>();
    status.put("phase", Scalar.of(Volume.BOUND));
    status.put("accessModes", volume.resource().at("spec", "accessModes"));
    status.put("capacity", volume.resource().at("spec", "capacity"));
    return api.updateStatus(claim.with("status", Mapping.of(status))).accepted();
  }
}
