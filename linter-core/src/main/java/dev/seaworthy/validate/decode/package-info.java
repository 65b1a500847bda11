/**
 * Trees to typed values, as strictly as the API server's decoder: unknown and duplicate fields,
 * wrong types, malformed quantities, times and bytes.
 *
 * <p>Start at {@link dev.seaworthy.validate.decode.StrictDecoder}.
 */
@NullMarked
package dev.seaworthy.validate.decode;

import org.jspecify.annotations.NullMarked;
