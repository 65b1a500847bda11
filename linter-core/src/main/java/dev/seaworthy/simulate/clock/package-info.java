/**
 * Virtual time, the order of events, and chance.
 *
 * <p>Start at {@link dev.seaworthy.simulate.clock.EventQueue}. Everything that happens in the
 * embedded cluster is one of its events. Knows nothing of Kubernetes.
 */
@NullMarked
package dev.seaworthy.simulate.clock;

import org.jspecify.annotations.NullMarked;
