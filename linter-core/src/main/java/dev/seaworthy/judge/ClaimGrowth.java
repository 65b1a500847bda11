package dev.seaworthy.judge;

import dev.seaworthy.api.Resource;
import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.validate.admission.ClusterFacts;
import java.util.Optional;

/** A claim that asks for more than before, where nobody knows whether its class lets it grow. */
final class ClaimGrowth {

  private static final FieldPath SIZE =
      FieldPath.of("spec", "resources", "requests").key("storage");

  private ClaimGrowth() {}

  /** The note, if {@code claim}, which is accepted, grows by a class that {@code facts} lack. */
  static Optional<Diagnostic> of(JudgedObject claim, Document old, ClusterFacts facts) {
    return claim
        .verdict()
        .result()
        .filter(BoundClaim::isClaim)
        .filter(now -> grows(now, old))
        .map(now -> now.at("spec", "storageClassName").text())
        .filter(name -> facts.find(InputFacts.STORAGE_CLASS, "", name).isEmpty())
        .map(name -> Notes.growthUnsure(claim, SIZE, name));
  }

  private static boolean grows(Resource now, Document old) {
    if (!(old.root() instanceof Mapping before)) {
      return false;
    }
    Optional<Quantity> size = Quantity.of(BoundClaim.size(now));
    Optional<Quantity> former = Quantity.of(BoundClaim.size(new Resource(before)));
    return size.isPresent() && former.isPresent() && size.get().compareTo(former.get()) > 0;
  }
}
