package dev.seaworthy.simulate.controller;

import java.time.Duration;

/**
 * What a control plane's operator may choose, as flags of {@code kube-controller-manager} and {@code
 * kube-apiserver}.
 *
 * @param monitorPeriod how often nodes are looked at ({@code --node-monitor-period})
 * @param monitorGrace how long a node may be silent before it counts as gone ({@code
 *     --node-monitor-grace-period})
 * @param toleration how long a pod stays on a node that is gone, unless it says otherwise ({@code
 *     --default-unreachable-toleration-seconds})
 * @param autoscalingPeriod how often autoscalers look at their workloads ({@code
 *     --horizontal-pod-autoscaler-sync-period})
 * @param claimPeriod how often claims without a volume are looked at again ({@code
 *     --pvclaimbinder-sync-period})
 */
public record ControlPlaneTimings(
    Duration monitorPeriod,
    Duration monitorGrace,
    Duration toleration,
    Duration autoscalingPeriod,
    Duration claimPeriod) {

  /** As a cluster comes. */
  public static final ControlPlaneTimings REAL = new ControlPlaneTimings(
      Duration.ofSeconds(5),
      Duration.ofSeconds(50),
      Duration.ofSeconds(300),
      Duration.ofSeconds(15),
      Duration.ofSeconds(15));

  /** Those of the control planes that recorded the scenario corpus. */
  public static final ControlPlaneTimings QUICK = new ControlPlaneTimings(
      Duration.ofSeconds(1),
      Duration.ofSeconds(8),
      Duration.ofSeconds(4),
      Duration.ofSeconds(2),
      Duration.ofSeconds(3));

  /** How long until the pods of a node that goes silent are told to go. */
  public Duration untilEviction() {
    return monitorGrace.plus(monitorPeriod).plus(toleration);
  }
}
