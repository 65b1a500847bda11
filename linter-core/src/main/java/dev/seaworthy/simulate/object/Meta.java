package dev.seaworthy.simulate.object;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.clock.VirtualClock;
import java.time.Instant;
import java.util.Optional;

/** What the metadata of any object says. */
public final class Meta {

  private Meta() {}

  public static String uid(Resource object) {
    return object.at("metadata", "uid").text();
  }

  public static boolean isBeingDeleted(Resource object) {
    return object.at("metadata", "deletionTimestamp").isPresent();
  }

  public static Instant created(Resource object) {
    return object
        .at("metadata", "creationTimestamp")
        .asString()
        .map(VirtualClock::instant)
        .orElse(Instant.EPOCH);
  }

  public static long generation(Resource object) {
    return object.at("metadata", "generation").longOr(0);
  }

  /** The UID of the owner that is marked as controller. */
  public static Optional<String> controllerUid(Resource object) {
    for (Node owner : object.at("metadata", "ownerReferences").items()) {
      if (owner.get("controller").isTrue()) {
        return owner.get("uid").asString();
      }
    }
    return Optional.empty();
  }

  /** The reference that makes {@code owner} the controller of another object. */
  public static Mapping controllerReference(Resource owner) {
    return Mapping.of(
        "apiVersion",
        Scalar.of(owner.gvk().apiVersion()),
        "kind",
        Scalar.of(owner.kind()),
        "name",
        Scalar.of(owner.name()),
        "uid",
        Scalar.of(uid(owner)),
        "controller",
        Scalar.of(true),
        "blockOwnerDeletion",
        Scalar.of(true));
  }
}
