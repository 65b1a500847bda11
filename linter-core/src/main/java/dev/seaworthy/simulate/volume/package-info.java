/**
 * What claims, volumes and classes have to do with each other: which volume serves a claim, what a
 * pod's claims demand of its node.
 *
 * <p>Start at {@link dev.seaworthy.simulate.volume.PodVolumes}. Asked by the controller that binds
 * claims and by the scheduler, so that both mean the same.
 */
@NullMarked
package dev.seaworthy.simulate.volume;

import org.jspecify.annotations.NullMarked;
