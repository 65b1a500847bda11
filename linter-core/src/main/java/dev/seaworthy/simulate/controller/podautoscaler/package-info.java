/**
 * Scales workloads by what their pods use.
 *
 * <p>Start at {@link dev.seaworthy.simulate.controller.podautoscaler.AutoscalerReconciler}. How many
 * replicas a usage asks for is worked out in {@link
 * dev.seaworthy.simulate.controller.podautoscaler.ReplicaCalculation}, what of that is done now in {@link
 * dev.seaworthy.simulate.controller.podautoscaler.ScalingHistory} and {@link
 * dev.seaworthy.simulate.controller.podautoscaler.ScalingLimits}; none of them knows the cluster.
 */
@NullMarked
package dev.seaworthy.simulate.controller.podautoscaler;

import org.jspecify.annotations.NullMarked;
