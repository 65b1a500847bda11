package dev.seaworthy.simulate.controller.podautoscaler;

import java.time.Duration;

/**
 * How workloads are scaled.
 *
 * @param metrics what pods use
 * @param period how often that is looked at ({@code --horizontal-pod-autoscaler-sync-period})
 */
public record Autoscaling(PodMetrics metrics, Duration period) {}
