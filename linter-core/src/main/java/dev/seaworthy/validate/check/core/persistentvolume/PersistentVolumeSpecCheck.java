package dev.seaworthy.validate.check.core.persistentvolume;

import dev.seaworthy.validate.check.core.pod.NodeAffinityCheck;
import dev.seaworthy.validate.check.core.volume.ClaimSpecCheck;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;

/** The spec of a PersistentVolume, but for its source. Mirrors ValidatePersistentVolumeSpec. */
public final class PersistentVolumeSpecCheck {

  private static final String RECYCLE = "Recycle";

  private final Value volume;
  private final Value spec;
  private final Request request;
  private final Errors errors;

  /** A check of the PersistentVolume {@code volume}. */
  public PersistentVolumeSpecCheck(Value volume, Request request, Errors errors) {
    this.volume = volume;
    this.spec = volume.at("spec");
    this.request = request;
    this.errors = errors;
  }

  /** Reports what is wrong with the spec by itself. */
  public void check() {
    ClaimSpecCheck.aloneOrShared(spec.at("accessModes"), errors);
    onlyStorage(spec.at("capacity"));
    new NodeAffinityCheck(errors, request)
        .required(spec.at("nodeAffinity", "required", "nodeSelectorTerms"));
    localHasNode();
    initiatorFitsWithName(spec.at("iscsi"));
    theRootIsNotRecycled();
    attributesAreOfCsi();
  }

  private void onlyStorage(Value capacity) {
    if (capacity.size() > 1 || capacity.key("storage").isAbsent()) {
      errors.notSupported(capacity.path(), "only-storage", "must be of storage and nothing else");
    }
  }

  private void localHasNode() {
    if (spec.at("local").isPresent()
        && counts("local")
        && spec.at("nodeAffinity").isAbsent()) {
      errors.required(
          spec.at("nodeAffinity").path(), "local-has-node", "is missing: where the volume is");
    }
  }

  private void initiatorFitsWithName(Value iscsi) {
    String session =
        volume.at("metadata", "name").text() + ":" + iscsi.at("targetPortal").text();
    if (iscsi.at("initiatorName").isPresent() && counts("iscsi") && session.length() > 64) {
      errors.invalid(
          iscsi.path().child("targetportal"),
          "initiator-fits-with-name",
          "is longer than 64 characters with the volume's name; an initiator name leaves no more");
    }
  }

  /** A second source is refused, and not judged. */
  private boolean counts(String source) {
    return !errors.isRefused(spec.at(source).path());
  }

  private void theRootIsNotRecycled() {
    Value policy = spec.at("persistentVolumeReclaimPolicy");
    String path = spec.at("hostPath", "path").text();
    if (isRoot(path) && policy.text().equals(RECYCLE)) {
      errors.forbidden(
          policy.path(), "root-is-not-recycled", "is Recycle, which would empty the node's root");
    }
  }

  private static boolean isRoot(String path) {
    if (!path.startsWith("/")) {
      return false;
    }
    int depth = 0;
    for (String step : path.split("/", -1)) {
      if (step.equals("..")) {
        depth = Math.max(0, depth - 1);
      } else if (!step.isEmpty() && !step.equals(".")) {
        depth++;
      }
    }
    return depth == 0;
  }

  private void attributesAreOfCsi() {
    if (spec.at("volumeAttributesClassName").isPresent() && spec.at("csi").isAbsent()) {
      errors.required(
          spec.at("csi").path(), "attributes-of-csi", "is missing; only it has attribute classes");
    }
  }
}
