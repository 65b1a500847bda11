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
    /** It asks for more than is done here. */
    LIMIT
  }

  public boolean isLimit() {
    return cause == Cause.LIMIT;
  }
}
