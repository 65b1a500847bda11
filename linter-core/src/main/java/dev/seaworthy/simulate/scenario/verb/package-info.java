/**
 * The verbs of scenario files, a class each: its names, what is written under it, what it does, and
 * its line in the reference. A new class is found by the build; nothing else is to be edited.
 *
 * <p>{@code Scale} is a good model. What several verbs share stands in classes without a verb.
 */
@NullMarked
package dev.seaworthy.simulate.scenario.verb;

import org.jspecify.annotations.NullMarked;
