/**
 * The scheduler's plug-ins, called as kube-scheduler's are, one class each; what needs more than one
 * has a package of its own.
 *
 * <p>Start at {@link dev.seaworthy.simulate.scheduler.plugin.NodeResourcesFit}.
 */
@NullMarked
package dev.seaworthy.simulate.scheduler.plugin;

import org.jspecify.annotations.NullMarked;
