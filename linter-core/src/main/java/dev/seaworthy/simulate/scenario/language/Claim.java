package dev.seaworthy.simulate.scenario.language;

import dev.seaworthy.diagnostic.Location;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something that must be true at a point of a story.
 *
 * @param place where the file says so
 * @param failure what is otherwise, as a sentence without a full stop; empty if it is true
 */
public record Claim(Location place, Function<StepContext, Optional<String>> failure) {}
