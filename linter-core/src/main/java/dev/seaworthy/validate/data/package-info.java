/**
 * What the API server adds to types, as the build compiled it: a table, by type, read when a type
 * is asked for.
 *
 * <p>Start at {@link dev.seaworthy.validate.data.TypeTable}.
 */
@NullMarked
package dev.seaworthy.validate.data;

import org.jspecify.annotations.NullMarked;
