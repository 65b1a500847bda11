package dev.seaworthy.simulate.scheduler;

import java.util.List;

/**
 * Why a node can't take a pod.
 *
 * @param reasons in the scheduler's words, as events count them
 */
public record Objection(String node, List<String> reasons) {

  public Objection {
    reasons = List.copyOf(reasons);
  }
}
