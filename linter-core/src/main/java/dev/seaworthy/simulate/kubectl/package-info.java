/**
 * Objects of a cluster as {@code kubectl get} and {@code kubectl describe} print them.
 *
 * <p>Start at {@link dev.seaworthy.simulate.kubectl.ObjectTables}. What columns a kind has stands in
 * the classes named after what they list; a kind that is in none has a name and an age.
 */
@NullMarked
package dev.seaworthy.simulate.kubectl;

import org.jspecify.annotations.NullMarked;
