package dev.seaworthy.project.kustomize;

import dev.seaworthy.manifest.Span;
import java.nio.file.Path;

/** What kustomize would refuse, or what is refused here: then nothing of the kustomization is built. */
final class BuildFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Path file;
  private final transient Span place;
  private final Refusal.Cause cause;

  BuildFailure(String message, Path file, Span place) {
    this(message, file, place, Refusal.Cause.MISTAKE);
  }

  private BuildFailure(String message, Path file, Span place, Refusal.Cause cause) {
    super(message);
    this.file = file;
    this.place = place;
    this.cause = cause;
  }

  /** Kustomize has no such limit. */
  static BuildFailure ofLimit(String message, Mention mention) {
    return new BuildFailure(message, mention.kustomization(), mention.place(), Refusal.Cause.LIMIT);
  }

  /** Of a kustomization that leads back to itself. */
  static BuildFailure ofCircle(String message, Mention mention) {
    return new BuildFailure(
        message, mention.kustomization(), mention.place(), Refusal.Cause.CIRCLE);
  }

  /** Of a file that is no kustomization as it is written. */
  static BuildFailure ofMalformed(String message, Path file, Span place) {
    return new BuildFailure(message, file, place, Refusal.Cause.MALFORMED);
  }

  /** {@code isSure}: whether nothing that is not known here can be what is missing. */
  static BuildFailure ofMissing(String message, Mention mention, boolean isSure) {
    return new BuildFailure(
        message,
        mention.kustomization(),
        mention.place(),
        isSure ? Refusal.Cause.MISSING : Refusal.Cause.MISTAKE);
  }

  Refusal refusal() {
    return new Refusal(file, place, String.valueOf(getMessage()), cause);
  }
}
