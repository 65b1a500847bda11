package dev.seaworthy.simulate.object;

import dev.seaworthy.api.Resource;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.manifest.Node;
import java.util.Optional;

/** A Job, as controllers look at it. */
public record Job(Resource resource) implements ObjectView {

  /** Holds a pod until its Job has counted how it ended. */
  public static final String TRACKING = "batch.kubernetes.io/job-tracking";

  /** Where a pod of an Indexed Job says which index it is for, as label and as annotation. */
  public static final String COMPLETION_INDEX = "batch.kubernetes.io/job-completion-index";

  public static final String COMPLETE = "Complete";
  public static final String FAILED = "Failed";

  private static final String CONTROLLER = "kubernetes.io/job-controller";
  private static final long USUAL_BACKOFF_LIMIT = 6;

  public LabelSelector selector() {
    return Selectors.of(resource);
  }

  public long parallelism() {
    return spec("parallelism").longOr(1);
  }

  /** How many successes it wants; empty if one of its pods' success stands for all the work. */
  public Optional<Long> completions() {
    return spec("completions").asLong();
  }

  public boolean isIndexed() {
    return spec("completionMode").text().equals("Indexed");
  }

  public boolean isSuspended() {
    return spec("suspend").isTrue();
  }

  public long backoffLimit() {
    return spec("backoffLimit").longOr(USUAL_BACKOFF_LIMIT);
  }

  /** How many failures each index may have; empty if only those of all together count. */
  public Optional<Long> backoffLimitPerIndex() {
    return spec("backoffLimitPerIndex").asLong();
  }

  public Optional<Long> maxFailedIndexes() {
    return spec("maxFailedIndexes").asLong();
  }

  public Optional<Long> activeDeadlineSeconds() {
    return spec("activeDeadlineSeconds").asLong();
  }

  /** How long it stays after its end; empty for ever. */
  public Optional<Long> ttlSecondsAfterFinished() {
    return spec("ttlSecondsAfterFinished").asLong();
  }

  /** Whether a pod that is being deleted is replaced only when it has ended. */
  public boolean replacesOnlyFailed() {
    return spec("podReplacementPolicy").text().equals("Failed");
  }

  /** Whether containers that fail are restarted in their pod. */
  public boolean restartsOnFailure() {
    return resource.at("spec", "template", "spec", "restartPolicy").text().equals("OnFailure");
  }

  /** Whether the cluster's own controller looks after it. */
  public boolean isManagedHere() {
    String manager = spec("managedBy").text();
    return manager.isEmpty() || manager.equals(CONTROLLER);
  }

  public Node spec(String field) {
    return resource.at("spec", field);
  }

  public boolean isBeingDeleted() {
    return Meta.isBeingDeleted(resource);
  }

  public boolean isFinished() {
    return end().isPresent();
  }

  /** The condition that says how it ended, {@code Complete} or {@code Failed}; empty if it has not. */
  public Optional<Node> end() {
    for (Node condition : resource.at("status", "conditions").items()) {
      String type = condition.get("type").text();
      boolean says = type.equals(COMPLETE) || type.equals(FAILED);
      if (says && condition.get("status").text().equals("True")) {
        return Optional.of(condition);
      }
    }
    return Optional.empty();
  }

  public boolean isComplete() {
    return end()
        .filter(condition -> condition.get("type").text().equals(COMPLETE))
        .isPresent();
  }
}
