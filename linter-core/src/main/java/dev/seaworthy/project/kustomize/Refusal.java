package dev.seaworthy.project.kustomize;

import dev.seaworthy.manifest.Span;
import java.nio.file.Path;

/** Why kustomize builds nothing of a folder. */
public record Refusal(Path file, Span place, String why) {}
