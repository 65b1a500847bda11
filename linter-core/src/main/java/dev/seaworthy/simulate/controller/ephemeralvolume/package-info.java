/**
 * Makes the claims that pods bring along for their own volumes.
 *
 * <p>Start at {@link dev.seaworthy.simulate.controller.ephemeralvolume.EphemeralVolumeReconciler}.
 */
@NullMarked
package dev.seaworthy.simulate.controller.ephemeralvolume;

import org.jspecify.annotations.NullMarked;
