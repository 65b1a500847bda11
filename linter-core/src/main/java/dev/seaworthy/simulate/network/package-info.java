/**
 * Addresses: which pod has which IP.
 *
 * <p>Start at {@link dev.seaworthy.simulate.network.PodNetwork}. One range a node.
 */
@NullMarked
package dev.seaworthy.simulate.network;

import org.jspecify.annotations.NullMarked;
