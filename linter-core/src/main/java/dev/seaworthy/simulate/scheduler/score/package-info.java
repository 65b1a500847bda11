/**
 * The scores of the default profile, one class a preference.
 *
 * <p>Start at {@link dev.seaworthy.simulate.scheduler.score.LeastAllocated}.
 */
@NullMarked
package dev.seaworthy.simulate.scheduler.score;

import org.jspecify.annotations.NullMarked;
