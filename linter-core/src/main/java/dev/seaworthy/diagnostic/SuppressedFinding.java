package dev.seaworthy.diagnostic;

/**
 * A finding that a file asks not to be told: it counts for nothing, but formats that have a place for
 * it show that it was there.
 *
 * @param justification the reason that the file gives, never blank
 */
public record SuppressedFinding(Diagnostic finding, String justification) {}
