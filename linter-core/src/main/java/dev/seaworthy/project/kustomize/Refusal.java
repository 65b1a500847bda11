package dev.seaworthy.project.kustomize;

import dev.seaworthy.manifest.Span;
import java.nio.file.Path;

/**
 * Why nothing is built of a folder.
 *
 * @param isLimit whether it asks for more than is done here; otherwise kustomize builds nothing of it
 */
public record Refusal(Path file, Span place, String why, boolean isLimit) {}
