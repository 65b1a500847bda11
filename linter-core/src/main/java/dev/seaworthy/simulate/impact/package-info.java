/**
 * What a change of manifests does to a cluster that runs the old ones: which objects change and in
 * which fields, which workloads replace their pods, in which order, at what cost.
 *
 * <p>Start at {@link dev.seaworthy.simulate.impact.ChangeImpact}. {@code dryrun} plays the change.
 */
@NullMarked
package dev.seaworthy.simulate.impact;

import org.jspecify.annotations.NullMarked;
