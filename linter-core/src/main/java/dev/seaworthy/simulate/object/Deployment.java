package dev.seaworthy.simulate.object;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import java.util.Map;

/** A Deployment, as its controller reads it. */
public record Deployment(Resource resource) implements PodController {

  /** Stands for "no deadline", as the API has it. */
  private static final long NO_DEADLINE = Integer.MAX_VALUE;

  public long replicas() {
    return resource.at("spec", "replicas").longOr(1);
  }

  public boolean isPaused() {
    return resource.at("spec", "paused").isTrue();
  }

  public boolean isRolling() {
    return resource
        .at("spec", "strategy", "type")
        .stringOr("RollingUpdate")
        .equals("RollingUpdate");
  }

  public boolean hasDeadline() {
    long seconds = deadlineSeconds();
    return seconds > 0 && seconds != NO_DEADLINE;
  }

  public long deadlineSeconds() {
    return resource.at("spec", "progressDeadlineSeconds").longOr(0);
  }

  public long historyLimit() {
    return resource.at("spec", "revisionHistoryLimit").longOr(10);
  }

  /** How many pods more than wanted there may be. */
  public long maxSurge() {
    return isRolling() ? surge() : 0;
  }

  /** How many pods fewer than wanted may be available. */
  public long maxUnavailable() {
    if (!isRolling() || replicas() == 0) {
      return 0;
    }
    long unavailable = CountOrPercent.of(
            rolling("maxUnavailable"), replicas(), CountOrPercent.Rounding.DOWN)
        .orElse(0L);
    boolean stuck = unavailable == 0 && surge() == 0;
    return Math.min(stuck ? 1 : unavailable, replicas());
  }

  private long surge() {
    return CountOrPercent.of(rolling("maxSurge"), replicas(), CountOrPercent.Rounding.UP)
        .orElse(0L);
  }

  private Node rolling(String field) {
    return resource.at("spec", "strategy", "rollingUpdate", field);
  }

  /** A count of its status; 0 if it is not there. */
  public long counted(String field) {
    return resource.at("status", field).longOr(0);
  }

  public boolean isBeingDeleted() {
    return Meta.isBeingDeleted(resource);
  }

  public Map<String, String> annotations() {
    return resource.annotations();
  }
}
