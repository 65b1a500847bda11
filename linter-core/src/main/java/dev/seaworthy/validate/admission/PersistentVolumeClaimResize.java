package dev.seaworthy.validate.admission;

import dev.seaworthy.api.Resource;
import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.Optional;

/** A claim grows only once it is bound, and only where its class allows it. */
final class PersistentVolumeClaimResize implements AdmissionPlugin {

  private static final FieldPath STORAGE =
      FieldPath.of("spec", "resources", "requests").key("storage");

  @Override
  public PluginName name() {
    return PluginName.PERSISTENT_VOLUME_CLAIM_RESIZE;
  }

  @Override
  public boolean handles(AdmissionRequest request) {
    return !request.isCreate() && request.isFor(DefaultStorageClass.CLAIM);
  }

  @Override
  public void validate(AdmissionRequest request, Objections objections) {
    Node before = request.previous();
    Optional<Quantity> asked = size(request.object());
    Optional<Quantity> had = size(before);
    if (asked.isEmpty() || had.isEmpty() || asked.get().compareTo(had.get()) <= 0) {
      return;
    }
    if (!before.at("status", "phase").text().equals("Bound")) {
      objections.forbid(name(), STORAGE, "must not grow before the claim is bound");
      return;
    }
    Node named = request.spec().get("storageClassName");
    String className = named.text();
    Optional<Resource> found =
        request.facts().find(DefaultStorageClass.STORAGE_CLASS, "", className);
    boolean isKnown = (named.isPresent() && className.isEmpty())
        || found.isPresent()
        || request.facts().knowsAll(DefaultStorageClass.STORAGE_CLASS);
    if (isKnown && found.filter(it -> it.at("allowVolumeExpansion").isTrue()).isEmpty()) {
      objections.forbid(
          name(), STORAGE, "must not grow, the claim's StorageClass does not allow it");
    }
  }

  private static Optional<Quantity> size(Node claim) {
    return Quantity.parse(claim.at("spec", "resources", "requests", "storage").text());
  }
}
