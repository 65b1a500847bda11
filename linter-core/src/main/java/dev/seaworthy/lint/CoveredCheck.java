package dev.seaworthy.lint;

/**
 * What a rule finds is found by this, too.
 *
 * @param tool another linter, or a standard: {@code kube-linter}, {@code pod-security}
 * @param check the name that it has there
 */
public record CoveredCheck(String tool, String check) {}
