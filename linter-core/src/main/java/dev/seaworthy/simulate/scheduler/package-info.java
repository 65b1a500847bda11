/**
 * Which node a pod goes to, as the default profile of kube-scheduler decides it.
 *
 * <p>Start at {@link dev.seaworthy.simulate.scheduler.Scheduler}. Filters and scores are pure; each
 * filter declares the events that could change its answer.
 */
@NullMarked
package dev.seaworthy.simulate.scheduler;

import org.jspecify.annotations.NullMarked;
