package dev.seaworthy.simulate.scenario.language;

import dev.seaworthy.api.Resource;
import dev.seaworthy.graph.InputObject;

/**
 * An object of a file beside a scenario.
 *
 * @param written as it stands there, with its places
 * @param sent in the namespace that it goes to
 */
public record Manifest(InputObject written, Resource sent) {}
