package dev.seaworthy.simulate.controller.job;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.object.Job;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The status of a Job in the making. Immutable; counts of zero are left out as the API does. */
record JobStatus(Mapping fields) {

  private static final String UNCOUNTED = "uncountedTerminatedPods";
  private static final String SUCCEEDED = "succeeded";
  private static final String FAILED = "failed";

  /** As the Job has it now. */
  static JobStatus of(Job job) {
    Mapping given = job.resource().at("status") instanceof Mapping status ? status : Mapping.EMPTY;
    return new JobStatus(given.has(UNCOUNTED) ? given : given.with(UNCOUNTED, Mapping.EMPTY));
  }

  Resource in(Resource job) {
    return job.withAt(fields, "status").without("metadata", "resourceVersion");
  }

  private JobStatus with(String field, Node value) {
    return new JobStatus(fields.with(field, value));
  }

  private JobStatus without(String field) {
    return new JobStatus(fields.without(field));
  }

  private JobStatus counting(String field, long count) {
    return count == 0 ? without(field) : with(field, Scalar.of(count));
  }

  Optional<Instant> startTime() {
    return fields.get("startTime").asString().map(VirtualClock::instant);
  }

  JobStatus startedAt(Instant time) {
    return with("startTime", Scalar.of(VirtualClock.timestamp(time)));
  }

  JobStatus notStarted() {
    return without("startTime");
  }

  JobStatus completedAt(Instant time) {
    return with("completionTime", Scalar.of(VirtualClock.timestamp(time)));
  }

  JobStatus running(long active, long ready, long terminating) {
    return counting("active", active)
        .with("ready", Scalar.of(ready))
        .with("terminating", Scalar.of(terminating));
  }

  long succeeded() {
    return fields.get(SUCCEEDED).longOr(0);
  }

  long failed() {
    return fields.get(FAILED).longOr(0);
  }

  /** UIDs of pods that have succeeded and are held until their success is written down. */
  List<String> uncountedSucceeded() {
    return uids(SUCCEEDED);
  }

  /** UIDs of pods that have failed and are held until their failure is written down. */
  List<String> uncountedFailed() {
    return uids(FAILED);
  }

  private List<String> uids(String outcome) {
    return fields.get(UNCOUNTED).get(outcome).items().stream().map(Node::text).toList();
  }

  JobStatus withUncounted(List<String> succeeded, List<String> failed) {
    Map<String, Node> uids = new LinkedHashMap<>();
    if (!succeeded.isEmpty()) {
      uids.put(SUCCEEDED, Sequence.ofStrings(succeeded));
    }
    if (!failed.isEmpty()) {
      uids.put(FAILED, Sequence.ofStrings(failed));
    }
    return with(UNCOUNTED, Mapping.of(uids));
  }

  boolean hasUncounted() {
    return fields.get(UNCOUNTED).size() > 0;
  }

  /** Counts those that are not {@code held} any more. */
  JobStatus settled(Set<String> held) {
    List<String> succeeded =
        uncountedSucceeded().stream().filter(held::contains).toList();
    List<String> failed = uncountedFailed().stream().filter(held::contains).toList();
    return counting(SUCCEEDED, succeeded() + uncountedSucceeded().size() - succeeded.size())
        .counting(FAILED, failed() + uncountedFailed().size() - failed.size())
        .withUncounted(succeeded, failed);
  }

  /** Of an Indexed Job; {@code failed} only where failures are counted by index. */
  JobStatus indexed(Indexes succeeded, Optional<Indexes> failed) {
    JobStatus counted = counting(SUCCEEDED, succeeded.total());
    String completed = succeeded.toString();
    JobStatus complete = completed.isEmpty()
        ? counted.without("completedIndexes")
        : counted.with("completedIndexes", Scalar.of(completed));
    return failed.isEmpty()
        ? complete.without("failedIndexes")
        : complete.with("failedIndexes", Scalar.of(failed.get().toString()));
  }

  /** The condition of {@code type} with its status; absent if there is none. */
  Node condition(String type) {
    for (Node condition : fields.get("conditions").items()) {
      if (condition.get("type").text().equals(type)) {
        return condition;
      }
    }
    return Absent.INSTANCE;
  }

  /** The condition of {@code type}, if it is true. */
  Optional<JobCondition> holding(String type) {
    Node condition = condition(type);
    return condition.get("status").text().equals("True")
        ? Optional.of(new JobCondition(
            type, condition.get("reason").text(), condition.get("message").text()))
        : Optional.empty();
  }

  JobStatus with(JobCondition condition, boolean holds, Instant now) {
    String time = VirtualClock.timestamp(now);
    Mapping written = Mapping.of(
        "type", Scalar.of(condition.type()),
        "status", Scalar.of(holds ? "True" : "False"),
        "lastProbeTime", Scalar.of(time),
        "lastTransitionTime", Scalar.of(time),
        "reason", Scalar.of(condition.reason()),
        "message", Scalar.of(condition.message()));
    List<Node> others = fields.get("conditions").items().stream()
        .filter(item -> !item.get("type").text().equals(condition.type()))
        .toList();
    return with("conditions", Sequence.of(others).plus(written));
  }
}
