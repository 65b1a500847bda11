package dev.seaworthy.diagnostic;

/** A change of text that mends what a diagnostic complains of: {@code place} becomes {@code text}. */
public record Edit(Location place, String text) {}
