/**
 * Endpoints that somebody else than the controllers keeps, as EndpointSlices.
 *
 * <p>Start at {@link dev.seaworthy.simulate.controller.endpointslicemirroring.MirrorReconciler}.
 */
@NullMarked
package dev.seaworthy.simulate.controller.endpointslicemirroring;

import org.jspecify.annotations.NullMarked;
