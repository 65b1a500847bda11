package dev.seaworthy.simulate.scheduler;

/**
 * Why a pod can't go to a node.
 *
 * @param text as the pod's condition counts it
 * @param permanent whether it would stay so if other pods left
 */
public record Reason(String text, boolean permanent) {

  public static Reason permanent(String text) {
    return new Reason(text, true);
  }

  /** One that other pods cause; if they left, the pod could come. */
  public static Reason removable(String text) {
    return new Reason(text, false);
  }
}
