/**
 * Gives each ordinal of a StatefulSet its pod and its claims, one after the other or all at once.
 *
 * <p>Start at {@link dev.seaworthy.simulate.controller.statefulset.StatefulSetReconciler}. What is
 * to be done next is a {@link dev.seaworthy.simulate.controller.statefulset.Plan}, read off
 * {@link dev.seaworthy.simulate.controller.statefulset.Members}, which are kept from commit to
 * commit: no look at a set walks through its pods.
 */
@NullMarked
package dev.seaworthy.simulate.controller.statefulset;

import org.jspecify.annotations.NullMarked;
