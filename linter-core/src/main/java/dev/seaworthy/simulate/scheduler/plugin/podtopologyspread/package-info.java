/**
 * Spreads pods evenly over zones, hosts or what else a node label says.
 *
 * <p>Start at {@link
 * dev.seaworthy.simulate.scheduler.plugin.podtopologyspread.PodTopologySpread}.
 */
@NullMarked
package dev.seaworthy.simulate.scheduler.plugin.podtopologyspread;

import org.jspecify.annotations.NullMarked;
