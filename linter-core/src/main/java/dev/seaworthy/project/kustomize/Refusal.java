package dev.seaworthy.project.kustomize;

import dev.seaworthy.manifest.Span;
import java.nio.file.Path;

/** Why nothing is built of a folder. */
public record Refusal(Path file, Span place, String why, Cause cause) {

  /** What kind of reason it is. */
  public enum Cause {
    /** Kustomize would build nothing either. */
    MISTAKE,
    /** The same, for something is to change an object that is certainly not there. */
    MISSING,
    /** The same, for it is a part of itself. */
    CIRCLE,
    /** The same, for what is written there is no kustomization, whatever lies beside it. */
    MALFORMED,
    /** It asks for more than is done here. */
    LIMIT
  }

  /** Whether that is so of the kustomization wherever it is used. */
  public boolean isOfItself() {
    return cause == Cause.CIRCLE || cause == Cause.MALFORMED;
  }

  public boolean isLimit() {
    return cause == Cause.LIMIT;
  }
}
