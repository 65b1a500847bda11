package dev.seaworthy.simulate.controller.daemonset;

import dev.seaworthy.simulate.controller.SlowStart;
import dev.seaworthy.simulate.object.DaemonSet;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.server.Answer;
import dev.seaworthy.simulate.server.ApiClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Makes and deletes the pods of a set, and tells of it. */
record PodWriter(DaemonSet set, String hash, ApiClient api) {

  /** Gives whether nothing was refused. */
  boolean carryOut(Plan plan) {
    boolean made = SlowStart.all(plan.nodes(), this::make);
    plan.deletions().forEach(this::delete);
    return made;
  }

  private boolean make(String node) {
    Answer answer = api.create(DaemonPod.of(set, hash, node));
    if (answer.accepted()) {
      String name = answer.object().map(pod -> pod.name()).orElse("");
      api.events().normal(set.resource(), "SuccessfulCreate", "Created pod: " + name);
    } else if (!answer.isForEndingNamespace()) {
      api.events().warning(set.resource(), "FailedCreate", "Error creating: " + answer.message());
      return false;
    }
    return true;
  }

  private void delete(Pod pod) {
    if (api.delete(pod.resource()).accepted()) {
      api.events().normal(set.resource(), "SuccessfulDelete", "Deleted pod: " + pod.name());
    }
  }

  /**
   * Takes away pods that have finished, so that others can take their place. One that failed is left
   * for a while if others have failed there just before.
   *
   * @return how long until the next one can go; empty if none has to wait
   */
  Optional<Duration> clear(Fleet fleet, long generation, Instant now) {
    Optional<Duration> shortest = Optional.empty();
    for (Place place : fleet.withEnded()) {
      for (Pod pod : place.assessment().ended()) {
        Duration wait =
            pod.phase().equals("Failed") ? place.waitAfterFailure(generation, now) : Duration.ZERO;
        if (wait.isZero()) {
          clear(pod, place, generation, now);
        } else if (shortest.isEmpty() || wait.compareTo(shortest.get()) < 0) {
          shortest = Optional.of(wait);
        }
      }
    }
    return shortest;
  }

  private void clear(Pod pod, Place place, long generation, Instant now) {
    String where = "daemon pod %s/%s on node %s, will try to "
        .formatted(pod.namespace(), pod.name(), place.node());
    if (pod.phase().equals("Failed")) {
      place.noteFailure(generation, now);
      api.events().warning(set.resource(), "FailedDaemonPod", "Found failed " + where + "kill it");
    } else {
      api.events()
          .normal(set.resource(), "SucceededDaemonPod", "Found succeeded " + where + "delete it");
    }
    delete(pod);
  }
}
