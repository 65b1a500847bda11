package dev.seaworthy.project.kustomize;

import dev.seaworthy.manifest.Mapping;
import java.nio.file.Path;

/**
 * An object as a cluster would get it.
 *
 * @param file where it, or what generates it, is written; places in {@code root} are of this file
 */
public record BuiltObject(Path file, Mapping root) {}
