package dev.seaworthy.simulate.controller.job;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Finalizers;
import dev.seaworthy.simulate.object.Job;
import dev.seaworthy.simulate.object.Pod;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A pod, as its Job counts it.
 *
 * @param index the completion index that it is for; {@link #NO_INDEX} if it has none
 * @param isTracked whether its Job has not counted its end yet
 */
record JobPod(Pod pod, int index, boolean isTracked) {

  static final int NO_INDEX = -1;
  static final String FAILURES = "batch.kubernetes.io/job-index-failure-count";
  static final String IGNORED_FAILURES = "batch.kubernetes.io/job-index-ignored-failure-count";

  static JobPod of(Resource resource) {
    return new JobPod(
        new Pod(resource),
        number(resource.annotations(), Job.COMPLETION_INDEX, NO_INDEX),
        Finalizers.has(resource, Job.TRACKING));
  }

  private static int number(Map<String, String> annotations, String key, int otherwise) {
    try {
      int number = Integer.parseInt(annotations.getOrDefault(key, ""));
      return number < 0 ? otherwise : number;
    } catch (NumberFormatException noNumber) {
      return otherwise;
    }
  }

  String uid() {
    return pod.uid();
  }

  boolean hasSucceeded() {
    return pod.phase().equals("Succeeded");
  }

  /** A pod that is being deleted may never come to fail by itself, so it counts as failed already. */
  boolean hasFailed(Job job) {
    return pod.phase().equals("Failed")
        || (!job.replacesOnlyFailed() && pod.isBeingDeleted() && !hasSucceeded());
  }

  /** Whether it is being deleted and has not ended. */
  boolean isTerminating() {
    return pod.isBeingDeleted() && !pod.isFinished();
  }

  /** Whether it is for an index that the Job has. */
  boolean hasIndexOf(Job job) {
    return index != NO_INDEX && index < job.completions().orElse(0L);
  }

  /** Whether it can count for the Job: with an index if that is indexed. */
  boolean fits(Job job) {
    return !job.isIndexed() || hasIndexOf(job);
  }

  /** How many failures of its index that count came before it. */
  int failures() {
    return number(pod.resource().annotations(), FAILURES, 0);
  }

  int ignoredFailures() {
    return number(pod.resource().annotations(), IGNORED_FAILURES, 0);
  }

  /** When it ended: by its containers, else by its readiness, else by its deletion. */
  Instant finishedAt() {
    return containersFinishedAt()
        .or(this::unreadySince)
        .or(this::deletedAt)
        .orElseGet(pod::created);
  }

  private Optional<Instant> containersFinishedAt() {
    List<Node> ends = Stream.concat(pod.containerStatuses().stream(), sidecarStatuses())
        .map(status -> status.at("state", "terminated", "finishedAt"))
        .toList();
    return ends.stream().anyMatch(Node::isAbsent)
        ? Optional.empty()
        : ends.stream().map(Node::text).map(VirtualClock::instant).max(Instant::compareTo);
  }

  private Stream<Node> sidecarStatuses() {
    List<String> sidecars = pod.resource().at("spec", "initContainers").items().stream()
        .filter(container -> container.get("restartPolicy").text().equals("Always"))
        .map(container -> container.get("name").text())
        .toList();
    return pod.resource().at("status", "initContainerStatuses").items().stream()
        .filter(status -> sidecars.contains(status.get("name").text()));
  }

  private Optional<Instant> unreadySince() {
    Node ready = Conditions.of(pod.resource()).get("Ready");
    return ready.get("status").text().equals("False")
        ? ready.get("lastTransitionTime").asString().map(VirtualClock::instant)
        : Optional.empty();
  }

  private Optional<Instant> deletedAt() {
    long grace = pod.resource().at("metadata", "deletionGracePeriodSeconds").longOr(0);
    return pod.resource()
        .at("metadata", "deletionTimestamp")
        .asString()
        .map(text -> VirtualClock.instant(text).minusSeconds(grace));
  }
}
