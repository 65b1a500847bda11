package dev.seaworthy.lint;

/**
 * A rule in Java. Pure: it asks what it is given, and returns. Implementations have no state and
 * no-argument constructors.
 */
public sealed interface LintCheck permits ObjectCheck, RelationCheck {}
