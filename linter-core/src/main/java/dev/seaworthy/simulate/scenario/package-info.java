/**
 * Stories about a cluster: a scenario file is read into steps, played against the embedded cluster
 * in virtual time, and what came of it is observed in the form in which real clusters were recorded.
 *
 * <p>Start at {@link dev.seaworthy.simulate.scenario.ScenarioPlayer}. {@code ScenarioFile} reads,
 * {@code Step} is the closed family of what can happen, {@code Observation} describes the state of
 * the cluster, {@code Recorder} what happened since the last look, {@code ScenarioComparison} says
 * where an answer departs from a record.
 */
@NullMarked
package dev.seaworthy.simulate.scenario;

import org.jspecify.annotations.NullMarked;
