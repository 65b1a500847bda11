/**
 * The form in which real clusters were recorded, to compare with: names without what is generated,
 * no times, no addresses. Nobody but the yardsticks and {@code --scenario -o json} sees it.
 *
 * <p>{@code Observation} describes the state of the cluster, {@code Recorder} what happened since
 * the last look, {@code ScenarioComparison} says where an answer departs from a record.
 */
@NullMarked
package dev.seaworthy.simulate.scenario.observation;

import org.jspecify.annotations.NullMarked;
