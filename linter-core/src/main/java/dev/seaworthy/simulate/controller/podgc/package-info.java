/**
 * Removes pods that nobody finishes and those of which there are too many. Pods of nodes that are no
 * more are the affair of {@code nodelifecycle}.
 *
 * <p>Start at {@link dev.seaworthy.simulate.controller.podgc.TerminatedPods}.
 */
@NullMarked
package dev.seaworthy.simulate.controller.podgc;

import org.jspecify.annotations.NullMarked;
