package dev.seaworthy.project.kustomize;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which files a kustomization may read beside those in and below its folder. Kustomize by itself reads
 * no others; whoever calls it can lift that, as Flux does.
 */
@FunctionalInterface
public interface WiderReach {

  /** As {@code kubectl apply -k} has it. */
  WiderReach NONE = folder -> Optional.empty();

  /** The folder all files of which the kustomization of {@code folder}, an absolute path, may read. */
  Optional<Path> rootFor(Path folder);
}
