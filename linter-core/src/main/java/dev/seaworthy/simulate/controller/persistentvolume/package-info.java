/**
 * Brings claims and volumes together, makes volumes where a class says how, and frees or removes
 * those whose claims are gone.
 *
 * <p>Start at {@link dev.seaworthy.simulate.controller.persistentvolume.ClaimReconciler}.
 */
@NullMarked
package dev.seaworthy.simulate.controller.persistentvolume;

import org.jspecify.annotations.NullMarked;
