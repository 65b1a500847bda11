package dev.seaworthy.project.kustomize;

import dev.seaworthy.manifest.Span;
import java.nio.file.Path;

/** A namespace that a kustomization puts objects into, and where it says so. */
public record GivenNamespace(String name, Path file, Span place) {}
