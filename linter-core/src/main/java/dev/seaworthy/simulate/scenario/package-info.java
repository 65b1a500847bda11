/**
 * Stories about a cluster, played against the embedded one in virtual time.
 *
 * <p>Start at {@link dev.seaworthy.simulate.scenario.ScenarioPlayer}. {@code language} reads scenario
 * files, {@code verb} has what can happen in them, {@code observation} describes what came of it as
 * real clusters were recorded.
 */
@NullMarked
package dev.seaworthy.simulate.scenario;

import org.jspecify.annotations.NullMarked;
