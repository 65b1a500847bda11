/**
 * One story under many orders of chance: which of them is the worst, and what varies.
 *
 * <p>Start at {@link dev.seaworthy.simulate.explore.Exploration}.
 */
@NullMarked
package dev.seaworthy.simulate.explore;

import org.jspecify.annotations.NullMarked;
