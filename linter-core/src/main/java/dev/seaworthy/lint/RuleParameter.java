package dev.seaworthy.lint;

import dev.seaworthy.manifest.Node;

/**
 * A setting of a rule.
 *
 * @param type as documentation shows it: {@code list(string)}, {@code integer}
 * @param value what holds where nobody sets it
 */
public record RuleParameter(String name, String type, Node value, String help) {}
