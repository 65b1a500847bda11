/**
 * Brings the pods of a Deployment from template to template through ReplicaSets.
 *
 * <p>Start at {@link dev.seaworthy.simulate.controller.deployment.DeploymentReconciler}. Split by
 * concern: which ReplicaSet is new ({@code Revisions}), how many pods each may have
 * ({@code RollingUpdate}, {@code Recreate}, {@code ProportionalScaling}), how it goes
 * ({@code ProgressingCondition}), what is kept ({@code History}).
 */
@NullMarked
package dev.seaworthy.simulate.controller.deployment;

import org.jspecify.annotations.NullMarked;
