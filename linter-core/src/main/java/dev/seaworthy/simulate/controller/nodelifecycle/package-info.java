/**
 * What becomes of nodes that fall silent or go, and of their pods.
 *
 * <p>Start at {@link dev.seaworthy.simulate.controller.nodelifecycle.NodeReconciler}: it notices
 * and taints; {@code TaintEviction} condemns the pods that don't put up with the taints; {@code
 * PodCollection} removes those that no node will ever finish.
 */
@NullMarked
package dev.seaworthy.simulate.controller.nodelifecycle;

import org.jspecify.annotations.NullMarked;
