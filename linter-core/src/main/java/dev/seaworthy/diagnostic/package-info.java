/**
 * The one type that everything reports with.
 *
 * <p>Start at {@link dev.seaworthy.diagnostic.Diagnostic}. Reading, judging, linting and simulating
 * turn what they have to say into it; {@code report} knows nothing else.
 */
@NullMarked
package dev.seaworthy.diagnostic;

import org.jspecify.annotations.NullMarked;
