package dev.seaworthy.simulate.scheduler.framework;

import java.util.List;

/**
 * What a plug-in says of a node for a pod.
 *
 * @param reasons why the pod can't go there, as its condition counts them; empty if it can
 * @param unresolvable whether it would stay so if other pods left ({@code
 *     UnschedulableAndUnresolvable})
 */
public record Status(List<String> reasons, boolean unresolvable) {

  public static final Status SUCCESS = new Status(List.of(), false);

  public Status {
    reasons = List.copyOf(reasons);
  }

  /** Other pods are in the way; if they left, the pod could come. */
  public static Status unschedulable(String reason) {
    return new Status(List.of(reason), false);
  }

  /** Nothing that other pods do would help. */
  public static Status unresolvable(String reason) {
    return new Status(List.of(reason), true);
  }

  public boolean isSuccess() {
    return reasons.isEmpty();
  }
}
