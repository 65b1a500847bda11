/**
 * Keeps as many pods alive as a ReplicaSet (or ReplicationController) asks for.
 *
 * <p>Start at {@link dev.seaworthy.simulate.controller.replicaset.ReplicaSetReconciler}.
 */
@NullMarked
package dev.seaworthy.simulate.controller.replicaset;

import org.jspecify.annotations.NullMarked;
