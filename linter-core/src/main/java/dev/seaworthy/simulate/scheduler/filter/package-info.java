/**
 * The filters of the default profile, one class a condition.
 *
 * <p>Start at {@link dev.seaworthy.simulate.scheduler.filter.NodeResourcesFit}.
 */
@NullMarked
package dev.seaworthy.simulate.scheduler.filter;

import org.jspecify.annotations.NullMarked;
