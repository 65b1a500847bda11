/**
 * Keeps a pod of a DaemonSet on every node that may have one, and brings the pods to its template.
 *
 * <p>Start at {@link dev.seaworthy.simulate.controller.daemonset.DaemonSetReconciler}. What is to be
 * done about one node is an {@link dev.seaworthy.simulate.controller.daemonset.Assessment}; a
 * {@link dev.seaworthy.simulate.controller.daemonset.Fleet} keeps those of all nodes and makes only
 * those anew that something happened to: no look at a set walks through all nodes.
 */
@NullMarked
package dev.seaworthy.simulate.controller.daemonset;

import org.jspecify.annotations.NullMarked;
