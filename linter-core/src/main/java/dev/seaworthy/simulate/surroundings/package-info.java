/**
 * What objects need and an input does not hold: taken to be in the cluster, or missing.
 *
 * <p>Start at {@link dev.seaworthy.simulate.surroundings.Surroundings}. Whatever is taken to be there
 * is made before the first object is applied, or with its namespace, so that nothing else needs to
 * know: {@link dev.seaworthy.simulate.surroundings.Furnishing}.
 */
@NullMarked
package dev.seaworthy.simulate.surroundings;

import org.jspecify.annotations.NullMarked;
