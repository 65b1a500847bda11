package dev.seaworthy.project.kustomize;

import dev.seaworthy.manifest.Span;
import java.nio.file.Path;

/**
 * What a kustomization asks for and nobody can do from the files alone, so that the result lacks it.
 *
 * @param what a phrase such as {@code helmCharts}
 */
public record Gap(Path file, Span place, String what) {}
