/**
 * Which pods stand behind a Service.
 *
 * <p>Start at {@link dev.seaworthy.simulate.controller.endpoints.EndpointsReconciler}.
 */
@NullMarked
package dev.seaworthy.simulate.controller.endpoints;

import org.jspecify.annotations.NullMarked;
