package dev.seaworthy.project.kustomize;

import dev.seaworthy.manifest.Span;
import java.nio.file.Path;

/** What kustomize would refuse: then nothing of the kustomization reaches a cluster. */
final class BuildFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Path file;
  private final transient Span place;

  BuildFailure(String message, Path file, Span place) {
    super(message);
    this.file = file;
    this.place = place;
  }

  Refusal refusal() {
    return new Refusal(file, place, String.valueOf(getMessage()));
  }
}
