/**
 * The forms of text that the API server asks for: names, labels, addresses, quantities, times.
 *
 * <p>Start at {@link dev.seaworthy.validate.format.StringFormat}. Matchers are written by hand: they
 * are asked for every name of every manifest. Lengths are in bytes of UTF-8, as in Go.
 */
@NullMarked
package dev.seaworthy.validate.format;

import org.jspecify.annotations.NullMarked;
