/**
 * Amounts of resources, for whoever reads one: validation, expressions, the scheduler.
 *
 * <p>Start at {@link dev.seaworthy.api.quantity.Quantity}.
 */
@NullMarked
package dev.seaworthy.api.quantity;

import org.jspecify.annotations.NullMarked;
