/**
 * The corpus of what real Kubernetes programs answered, read in one place for the tests of this
 * module and for the yardsticks of {@code bench}.
 *
 * <p>Start at {@link dev.seaworthy.conformance.Corpus}. Records are read by a JSON parser that the
 * product does not use for manifests, so a fault of ours can't hide in both.
 */
@NullMarked
package dev.seaworthy.conformance;

import org.jspecify.annotations.NullMarked;
