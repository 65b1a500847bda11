/**
 * Which node a pod goes to, as the default profile of kube-scheduler decides it: the queue, the
 * search for a node, and making room. What is asked of a node is the affair of plug-ins.
 *
 * <p>Start at {@link dev.seaworthy.simulate.scheduler.Scheduler}.
 */
@NullMarked
package dev.seaworthy.simulate.scheduler;

import org.jspecify.annotations.NullMarked;
