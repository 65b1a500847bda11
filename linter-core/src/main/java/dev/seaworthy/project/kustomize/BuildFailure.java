package dev.seaworthy.project.kustomize;

import dev.seaworthy.manifest.Span;
import java.nio.file.Path;

/** What kustomize would refuse, or what is refused here: then nothing of the kustomization is built. */
final class BuildFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Path file;
  private final transient Span place;
  private final boolean isLimit;

  BuildFailure(String message, Path file, Span place) {
    this(message, file, place, false);
  }

  private BuildFailure(String message, Path file, Span place, boolean isLimit) {
    super(message);
    this.file = file;
    this.place = place;
    this.isLimit = isLimit;
  }

  /** Kustomize has no such limit. */
  static BuildFailure ofLimit(String message, Mention mention) {
    return new BuildFailure(message, mention.kustomization(), mention.place(), true);
  }

  Refusal refusal() {
    return new Refusal(file, place, String.valueOf(getMessage()), isLimit);
  }
}
