package dev.seaworthy.simulate.controller.replicaset;

import dev.seaworthy.simulate.object.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pod that may have to go, with what nearly every comparison asks of it. The first goes first. */
final class DeletionCandidate implements Comparable<DeletionCandidate> {

  private static final String COST = "controller.kubernetes.io/pod-deletion-cost";

  private static final List<String> PHASES = List.of("Pending", "Unknown", "Running");

  private final Pod pod;
  private final Instant now;
  private final int standing;
  private final long cost;
  private final int crowd;
  private final int place;
  private final @Nullable Instant readySince;
  private final int readyFor;

  /**
   * @param crowd how many active pods of the same application are on its node
   * @param place where it was listed: of equals the first goes
   */
  DeletionCandidate(Pod pod, int crowd, int place, Instant now) {
    this.place = place;
    this.pod = pod;
    this.now = now;
    this.standing = standing(pod);
    this.cost = cost(pod);
    this.crowd = crowd;
    this.readySince = pod.readySince().orElse(null);
    this.readyFor = readySince == null ? 0 : magnitude(readySince);
  }

  Pod pod() {
    return pod;
  }

  /** Node, phase and readiness in one number, in the order in which they count. */
  private static int standing(Pod pod) {
    int node = pod.nodeName().isPresent() ? 1 : 0;
    int phase = PHASES.indexOf(pod.phase()) + 1;
    return (node * (PHASES.size() + 1) + phase) * 2 + (pod.isReady() ? 1 : 0);
  }

  private static long cost(Pod pod) {
    String text = pod.resource().annotations().get(COST);
    try {
      return text == null ? 0 : Integer.parseInt(text);
    } catch (NumberFormatException notACost) {
      return 0;
    }
  }

  @Override
  public int compareTo(DeletionCandidate other) {
    if (standing != other.standing) {
      return Integer.compare(standing, other.standing);
    }
    if (cost != other.cost) {
      return Long.compare(cost, other.cost);
    }
    if (crowd != other.crowd) {
      return Integer.compare(other.crowd, crowd);
    }
    int byReadyTime = byReadyTime(other);
    return byReadyTime != 0 ? byReadyTime : byHistory(other);
  }

  /** The younger first, but times of the same power of two count as equal. */
  private int byReadyTime(DeletionCandidate other) {
    if (readySince == null || other.readySince == null || readySince.equals(other.readySince)) {
      return 0;
    }
    return readyFor != other.readyFor ? Integer.compare(readyFor, other.readyFor) : byUid(other);
  }

  private int byHistory(DeletionCandidate other) {
    int byRestarts = Long.compare(other.pod.restarts(), pod.restarts());
    if (byRestarts != 0) {
      return byRestarts;
    }
    Instant created = pod.created();
    Instant otherCreated = other.pod.created();
    if (created.equals(otherCreated)) {
      return Integer.compare(place, other.place);
    }
    int byAge = Integer.compare(magnitude(created), magnitude(otherCreated));
    return byAge != 0 ? byAge : byUid(other);
  }

  private int byUid(DeletionCandidate other) {
    return pod.uid().compareTo(other.pod.uid());
  }

  private int magnitude(Instant time) {
    long nanos = Duration.between(time, now).toNanos();
    return nanos <= 0 ? -1 : 63 - Long.numberOfLeadingZeros(nanos);
  }
}
