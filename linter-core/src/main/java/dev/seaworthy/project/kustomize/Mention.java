package dev.seaworthy.project.kustomize;

import dev.seaworthy.manifest.Span;
import java.nio.file.Path;
import java.util.Objects;

/** Where a kustomization names a file. */
record Mention(Path kustomization, Span place) {

  Path folder() {
    return Objects.requireNonNull(kustomization.getParent(), "the folder of a file");
  }

  BuildFailure failure(String message) {
    return new BuildFailure(message, kustomization, place);
  }
}
