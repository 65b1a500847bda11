/**
 * The objects of the embedded cluster, with versions, indices and watches.
 *
 * <p>Start at {@link dev.seaworthy.simulate.store.ObjectStore}. Stores what it is given: what an API
 * server adds to a write is {@code server}'s affair.
 */
@NullMarked
package dev.seaworthy.simulate.store;

import org.jspecify.annotations.NullMarked;
