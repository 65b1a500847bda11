/**
 * What a field, a kind or a rule is, in the manner of {@code kubectl explain}.
 *
 * <p>Start at {@link dev.seaworthy.explain.Explanation}. It reads the same tables that the API
 * server's answer is made from, so what it says holds.
 */
@NullMarked
package dev.seaworthy.explain;

import org.jspecify.annotations.NullMarked;
