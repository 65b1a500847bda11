package dev.seaworthy.simulate.controller.podgc;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.server.Deletion;
import java.time.Duration;
import java.time.Instant;

/** How pods are collected: every twenty seconds, as failed if they have not ended otherwise. */
final class CollectionRounds {

  private static final long PERIOD = Duration.ofSeconds(20).toMillis();

  private CollectionRounds() {}

  /** How long from {@code now} until the next round; zero in the moment of one. */
  static Duration untilRound(Instant now) {
    long since = Duration.between(VirtualClock.EPOCH, now).toMillis() % PERIOD;
    return since <= 1 ? Duration.ZERO : Duration.ofMillis(PERIOD - since);
  }

  static void collect(Resource resource, ApiClient api) {
    Pod pod = new Pod(resource);
    if (!pod.isFinished()) {
      api.updateStatus(resource.with("status.phase", Scalar.of("Failed")));
    }
    api.delete(ObjectKey.of(resource), Deletion.NOW.of(pod.uid()));
  }
}
