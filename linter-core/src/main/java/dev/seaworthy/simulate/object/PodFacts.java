package dev.seaworthy.simulate.object;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.clock.VirtualClock;
import java.time.Instant;
import java.util.Optional;

/**
 * What is asked of a pod at nearly every event.
 *
 * @param readySince when its condition Ready became true; empty if it is not, or does not say when
 * @param readyForUnknownTime whether it is ready and does not say since when
 */
record PodFacts(
    String uid,
    Optional<String> nodeName,
    String phase,
    boolean beingDeleted,
    Optional<Instant> readySince,
    boolean readyForUnknownTime) {

  static PodFacts of(Resource pod) {
    Node ready = Conditions.of(pod).get("Ready");
    boolean isReady = ready.get("status").text().equals("True");
    Optional<Instant> since = isReady
        ? ready.get("lastTransitionTime").asString().map(VirtualClock::instant)
        : Optional.empty();
    return new PodFacts(
        Meta.uid(pod),
        pod.root().get("spec").get("nodeName").asString().filter(name -> !name.isEmpty()),
        pod.root().get("status").get("phase").text(),
        Meta.isBeingDeleted(pod),
        since,
        isReady && since.isEmpty());
  }
}
