/**
 * What the scheduler's plug-ins are, and what they see: the nodes with their pods, kept up to date
 * from changes, and of a pod only what plug-ins look at.
 *
 * <p>Start at {@link dev.seaworthy.simulate.scheduler.framework.FilterPlugin}.
 */
@NullMarked
package dev.seaworthy.simulate.scheduler.framework;

import org.jspecify.annotations.NullMarked;
