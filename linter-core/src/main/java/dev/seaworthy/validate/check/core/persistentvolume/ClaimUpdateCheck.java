package dev.seaworthy.validate.check.core.persistentvolume;

import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.check.change.Restored;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;

/** What of a claim stays: all but its volume, once it has one, and the size that it asks for. */
public final class ClaimUpdateCheck {

  private static final String OLD_CLASS = "volume.beta.kubernetes.io/storage-class";

  /** The release in which RecoverVolumeExpansionFailure became the default. */
  private static final int RECOVERS_SINCE = 32;

  private ClaimUpdateCheck() {}

  /** Reports changes of a PersistentVolumeClaim that are not allowed. */
  public static void check(Value claim, Request request, Errors errors) {
    Value spec = claim.at("spec");
    if (spec.node() instanceof Mapping now && spec.previous() instanceof Mapping before) {
      if (!request.same(spec.path(), comparable(now, before, claim), before)) {
        errors.forbidden(
            spec.path(), "immutable", "must not be changed but for the requests of bound claims");
      }
    }
    if (spec.at("volumeMode").isChanged()) {
      errors.invalid(FieldPath.of("volumeMode"), "immutable", "must not be changed");
    }
    Value annotation = claim.at("metadata", "annotations").key(OLD_CLASS);
    if (!annotation.node().text().equals(annotation.previous().text())) {
      errors.invalid(
          FieldPath.of("metadata", "annotations", OLD_CLASS), "immutable", "must not be changed");
    }
    doesNotShrink(claim, request, errors);
  }

  /** The new spec without the changes that are allowed. */
  private static Mapping comparable(Mapping now, Mapping before, Value claim) {
    Mapping rest = now;
    if (before.get("volumeName").text().isEmpty()) {
      rest = Restored.field(rest, before, "volumeName");
    }
    if (before.get("storageClassName").isAbsent()) {
      rest = Restored.field(rest, before, "storageClassName");
    }
    if (claim.before().at("status", "phase").text().equals("Bound")) {
      rest = Restored.field(rest, before, "volumeAttributesClassName");
      if (rest.get("resources") instanceof Mapping resources) {
        rest =
            rest.with("resources", Restored.field(resources, before.get("resources"), "requests"));
      }
    }
    return rest;
  }

  private static void doesNotShrink(Value claim, Request request, Errors errors) {
    Value size = claim.at("spec", "resources", "requests").at("storage");
    Quantity now = quantity(size.node());
    Quantity status =
        quantity(claim.before().at("status", "capacity", "storage").node());
    boolean recovers = request.isSince(RECOVERS_SINCE) && now.compareTo(status) > 0;
    if (now.compareTo(quantity(size.previous())) < 0 && !recovers) {
      errors.forbidden(size.path(), "immutable", "must be more than the volume has");
    }
  }

  private static Quantity quantity(Node node) {
    return Quantity.of(node).or(() -> Quantity.parse("0")).orElseThrow();
  }
}
