package dev.seaworthy.lint;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.diagnostic.Location;

/**
 * A custom kind that a rule of a project's own names.
 *
 * @param rule the name of the rule
 * @param place where it is written
 */
public record NamedKind(String rule, GroupKind kind, Location place) {}
