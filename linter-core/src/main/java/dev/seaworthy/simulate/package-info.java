/**
 * The embedded cluster: what a real one would do with objects, in virtual time.
 *
 * <p>Start at {@link dev.seaworthy.simulate.Cluster}. A discrete-event simulation: {@code clock} has
 * time, order and chance; {@code store} keeps objects; {@code server} is the only way to write;
 * {@code controller}, {@code scheduler} and {@code node} react. Same input and seed: same run.
 */
@NullMarked
package dev.seaworthy.simulate;

import org.jspecify.annotations.NullMarked;
