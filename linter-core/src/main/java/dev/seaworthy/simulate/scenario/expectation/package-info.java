/**
 * What a story can say about how things must be: counts of a workload, pods and where they run,
 * events, refusals.
 *
 * <p>Start at {@link dev.seaworthy.simulate.scenario.expectation.Expectations}. Each class reads the
 * fields that it knows of a step {@code expect} into claims.
 */
@NullMarked
package dev.seaworthy.simulate.scenario.expectation;

import org.jspecify.annotations.NullMarked;
