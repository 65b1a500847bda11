/**
 * Keeps claims that pods use, and volumes that claims have, from being deleted under them.
 *
 * <p>Start at {@link dev.seaworthy.simulate.controller.volumeprotection.ClaimProtection}.
 */
@NullMarked
package dev.seaworthy.simulate.controller.volumeprotection;

import org.jspecify.annotations.NullMarked;
