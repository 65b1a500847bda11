/**
 * What a cluster would do with objects: all are applied at once, and time passes until it rests.
 *
 * <p>Start at {@link dev.seaworthy.simulate.dryrun.DryRun}. For more than applying there are
 * scenarios.
 */
@NullMarked
package dev.seaworthy.simulate.dryrun;

import org.jspecify.annotations.NullMarked;
