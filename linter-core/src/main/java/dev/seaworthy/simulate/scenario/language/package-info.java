/**
 * The language of scenario files: what is written in them, and what is wrong with it, with the place
 * and what was probably meant.
 *
 * <p>Start at {@link dev.seaworthy.simulate.scenario.language.ScenarioFile}. A {@code Verb} reads
 * what is written under its name into a {@code Step}, which acts on a {@code StepContext}.
 */
@NullMarked
package dev.seaworthy.simulate.scenario.language;

import org.jspecify.annotations.NullMarked;
