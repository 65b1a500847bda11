/**
 * How far the product agrees with real Kubernetes programs.
 *
 * <p>Start at {@link dev.seaworthy.bench.Conformance}. A yardstick plays one folder of a corpus and
 * says case by case whether the product's answer is the recorded one; nothing here knows what the
 * answers mean.
 */
@NullMarked
package dev.seaworthy.bench;

import org.jspecify.annotations.NullMarked;
