/**
 * Works out how many pods a PodDisruptionBudget lets go at the moment.
 *
 * <p>Start at {@link dev.seaworthy.simulate.controller.disruption.BudgetReconciler}. The pods under a
 * budget are counted from change to change ({@link
 * dev.seaworthy.simulate.controller.disruption.GuardedPods}); whether one may go is asked of the
 * eviction API, in {@code server}.
 */
@NullMarked
package dev.seaworthy.simulate.controller.disruption;

import org.jspecify.annotations.NullMarked;
