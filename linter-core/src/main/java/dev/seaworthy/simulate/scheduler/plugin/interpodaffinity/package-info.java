/**
 * Keeps pods near some and far from others.
 *
 * <p>Start at {@link dev.seaworthy.simulate.scheduler.plugin.interpodaffinity.InterPodAffinity}.
 */
@NullMarked
package dev.seaworthy.simulate.scheduler.plugin.interpodaffinity;

import org.jspecify.annotations.NullMarked;
