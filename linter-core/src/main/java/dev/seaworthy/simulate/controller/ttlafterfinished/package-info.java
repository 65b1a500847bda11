/**
 * Deletes Jobs some time after they have ended, where they ask for that.
 *
 * <p>Start at {@link dev.seaworthy.simulate.controller.ttlafterfinished.JobExpiry}.
 */
@NullMarked
package dev.seaworthy.simulate.controller.ttlafterfinished;

import org.jspecify.annotations.NullMarked;
