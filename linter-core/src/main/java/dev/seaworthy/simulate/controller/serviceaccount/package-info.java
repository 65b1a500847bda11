/**
 * Gives each namespace the ServiceAccount that its pods run as if they name none.
 *
 * <p>Start at {@link dev.seaworthy.simulate.controller.serviceaccount.DefaultServiceAccount}.
 */
@NullMarked
package dev.seaworthy.simulate.controller.serviceaccount;

import org.jspecify.annotations.NullMarked;
