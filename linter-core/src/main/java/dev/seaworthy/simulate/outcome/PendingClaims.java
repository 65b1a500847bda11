package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.server.Event;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.volume.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Claims of manifests that have no volume; those of which their own pods wait are told there, too. */
final class PendingClaims implements ProblemFinder {

  private static final String FIRST_CONSUMER = "WaitForFirstConsumer";
  private static final FieldPath SPEC = FieldPath.of("spec");
  private static final FieldPath CLASS = FieldPath.of("spec", "storageClassName");

  @Override
  public List<Diagnostic> find(Scene scene) {
    List<Diagnostic> found = new ArrayList<>();
    for (Resource claim : scene.view().list(Kinds.PERSISTENT_VOLUME_CLAIM)) {
      Origin origin = scene.origins().of(claim);
      boolean waits = !new Claim(claim).isBound() && !Meta.isBeingDeleted(claim);
      if (waits && origin.isKnown()) {
        tell(claim, origin, scene).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<Diagnostic> tell(Resource claim, Origin origin, Scene scene) {
    Optional<Event> last = scene.lastEvent(claim, any -> true);
    String reason = last.map(Event::reason).orElse("");
    FieldPath field = origin.at(CLASS).isPresent() ? CLASS : SPEC;
    // Why a pod that uses it has no node is told of the pod.
    if (reason.equals("WaitForPodScheduled")) {
      return Optional.empty();
    }
    if (reason.equals(FIRST_CONSUMER)) {
      return Optional.of(origin.tell(
          OutcomeCodes.CLAIM_PENDING,
          Severity.INFO,
          "claim " + claim.name()
              + " has no volume yet: its class makes one when a pod that uses it has a node",
          field,
          reason));
    }
    return Optional.of(origin
        .tell(
            OutcomeCodes.CLAIM_PENDING,
            Severity.ERROR,
            "claim " + claim.name() + " never gets a volume: "
                + last.map(Event::message).orElse("none fits, and nobody makes one"),
            field,
            reason)
        .withRemedy(remedy(reason, new Claim(claim), origin)));
  }

  private static String remedy(String reason, Claim claim, Origin origin) {
    if (!reason.equals("VolumeMismatch")) {
      return "name a class that makes volumes, or have a volume that fits it";
    }
    boolean hasDefaultClass = !claim.className().isEmpty() && origin.at(CLASS).isAbsent();
    return hasDefaultClass
        ? "it names no class and got the default one, " + claim.className()
            + ": storageClassName: \"\" asks for a volume without a class"
        : "ask for what the volume has, or have it offer what is asked for";
  }
}
