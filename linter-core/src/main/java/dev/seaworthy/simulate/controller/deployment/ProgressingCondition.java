package dev.seaworthy.simulate.controller.deployment;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Deployment;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The condition Progressing: does the rollout get on, is it done, has it taken too long. */
final class ProgressingCondition {

  static final String TYPE = "Progressing";
  static final String DONE = "NewReplicaSetAvailable";
  static final String TIMED_OUT = "ProgressDeadlineExceeded";

  private static final String PAUSED = "DeploymentPaused";

  private ProgressingCondition() {}

  /** How a template came to its ReplicaSet. */
  enum Step {
    CREATED("NewReplicaSetCreated", "Created new replica set"),
    FOUND("FoundNewReplicaSet", "Found new replica set");

    private final String reason;
    private final String words;

    Step(String reason, String words) {
      this.reason = reason;
      this.words = words;
    }
  }

  /** {@code deployment} at the beginning of a rollout. A set that was found begins none anew. */
  static Resource beginning(Resource deployment, Step step, String set, VirtualClock clock) {
    boolean known = Conditions.of(deployment).get(TYPE).isPresent();
    if (!new Deployment(deployment).hasDeadline() || (step == Step.FOUND && known)) {
      return deployment;
    }
    return with(deployment, "True", step.reason, step.words + " \"" + set + "\"", clock);
  }

  /** {@code deployment} when the ReplicaSet of its template was refused. */
  static Resource refused(Resource deployment, String set, String message, VirtualClock clock) {
    return with(
        deployment,
        "False",
        "ReplicaSetCreateError",
        "Failed to create new replica set \"" + set + "\": " + message,
        clock);
  }

  /** {@code deployment} with word of being paused or resumed, where that is news. */
  static Resource pausing(Deployment deployment, VirtualClock clock) {
    Resource resource = deployment.resource();
    String reason = reason(resource);
    if (!deployment.hasDeadline() || reason.equals(TIMED_OUT)) {
      return resource;
    }
    if (deployment.isPaused() && !reason.equals(PAUSED)) {
      return with(resource, "Unknown", PAUSED, "Deployment is paused", clock);
    }
    return !deployment.isPaused() && reason.equals(PAUSED)
        ? with(resource, "Unknown", "DeploymentResumed", "Deployment is resumed", clock)
        : resource;
  }

  static String reason(Resource deployment) {
    return Conditions.of(deployment).get(TYPE).get("reason").text();
  }

  /**
   * {@code wanted} with the progress from {@code before} to it.
   *
   * @param set the name of the ReplicaSet of the present template; empty if there is none
   */
  static Resource judged(Deployment before, Resource wanted, String set, VirtualClock clock) {
    if (!before.hasDeadline()) {
      return Conditions.of(wanted).without(TYPE).in(wanted);
    }
    Deployment after = new Deployment(wanted);
    boolean allNew = after.counted("replicas") == after.counted("updatedReplicas");
    if (allNew && reason(before.resource()).equals(DONE)) {
      return wanted;
    }
    String subject =
        set.isEmpty() ? "Deployment \"" + before.name() + "\"" : "ReplicaSet \"" + set + "\"";
    if (isComplete(after)) {
      return with(wanted, "True", DONE, subject + " has successfully progressed.", clock);
    }
    if (hasAdvanced(before, after)) {
      return touched(wanted, "ReplicaSetUpdated", subject + " is progressing.", clock);
    }
    return hasTimedOut(after, clock.now())
        ? with(wanted, "False", TIMED_OUT, subject + " has timed out progressing.", clock)
        : wanted;
  }

  /** Whether all pods are of the present template and available, and no others are left. */
  static boolean isComplete(Deployment deployment) {
    long wanted = deployment.replicas();
    return deployment.counted("updatedReplicas") == wanted
        && deployment.counted("replicas") == wanted
        && deployment.counted("availableReplicas") == wanted
        && deployment.counted("observedGeneration")
            >= dev.seaworthy.simulate.object.Meta.generation(deployment.resource());
  }

  private static boolean hasAdvanced(Deployment before, Deployment after) {
    return after.counted("updatedReplicas") > before.counted("updatedReplicas")
        || oldOnes(after) < oldOnes(before)
        || after.counted("readyReplicas") > before.counted("readyReplicas")
        || after.counted("availableReplicas") > before.counted("availableReplicas");
  }

  private static long oldOnes(Deployment deployment) {
    return deployment.counted("replicas") - deployment.counted("updatedReplicas");
  }

  private static boolean hasTimedOut(Deployment deployment, Instant now) {
    String reason = reason(deployment.resource());
    if (reason.equals(TIMED_OUT)) {
      return true;
    }
    return !reason.equals(DONE)
        && deadline(deployment).map(deadline -> deadline.isBefore(now)).orElse(false);
  }

  private static Optional<Instant> deadline(Deployment deployment) {
    return Conditions.of(deployment.resource())
        .get(TYPE)
        .get("lastUpdateTime")
        .asString()
        .map(text -> VirtualClock.instant(text).plusSeconds(deployment.deadlineSeconds()));
  }

  /**
   * How long until it is worth looking whether the deadline has passed; empty if it is not. A
   * rollout that was done once does not time out any more, whatever becomes of its pods.
   */
  static Optional<Duration> untilDeadline(Deployment deployment, Instant now) {
    String reason = reason(deployment.resource());
    boolean over = isComplete(deployment) || reason.equals(TIMED_OUT) || reason.equals(DONE);
    return !deployment.hasDeadline() || over
        ? Optional.empty()
        : deadline(deployment).map(deadline -> Duration.between(now, deadline).plusSeconds(1));
  }

  /** Sets the condition, unless status and reason are what they were. */
  private static Resource with(
      Resource deployment, String status, String reason, String message, VirtualClock clock) {
    Node before = Conditions.of(deployment).get(TYPE);
    boolean same = before.get("status").text().equals(status)
        && before.get("reason").text().equals(reason);
    return same ? deployment : set(deployment, status, reason, message, clock);
  }

  /** Sets the condition and renews its time, for every advance counts. */
  private static Resource touched(
      Resource deployment, String reason, String message, VirtualClock clock) {
    return set(deployment, "True", reason, message, clock);
  }

  private static Resource set(
      Resource deployment, String status, String reason, String message, VirtualClock clock) {
    return Conditions.of(deployment)
        .with(DeploymentStatus.condition(deployment, TYPE, status, reason, message, clock))
        .in(deployment);
  }
}
