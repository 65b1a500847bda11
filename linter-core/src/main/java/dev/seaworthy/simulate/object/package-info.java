/**
 * Kubernetes' objects as the controllers read them: names for paths, meaning for values.
 *
 * <p>Start at {@link dev.seaworthy.simulate.object.Pod}. Views are thin and immutable; nothing here
 * writes.
 */
@NullMarked
package dev.seaworthy.simulate.object;

import org.jspecify.annotations.NullMarked;
