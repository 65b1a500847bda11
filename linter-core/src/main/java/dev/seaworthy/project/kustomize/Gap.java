package dev.seaworthy.project.kustomize;

import dev.seaworthy.manifest.Span;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a kustomization asks for and what is not done.
 *
 * @param what a phrase such as {@code helmCharts}, or a sentence of what differs
 * @param kind why
 * @param meant the name of the object that an idle patch was probably for
 */
public record Gap(Path file, Span place, String what, Kind kind, Optional<String> meant) {

  /** Why something is not done. */
  public enum Kind {
    /** Nobody can tell from the files alone which objects that would make. */
    OBJECTS,
    /** Nobody can tell from the files alone what that would change. */
    CHANGES,
    /** Kustomize passes over it, too: there is no object that it would change. */
    IDLE,
    /** It is done as kustomize does it, and {@code kubectl} does it otherwise; what it is says how. */
    DIFFERS;

    /** Whether objects may be otherwise than they are known here. */
    boolean isUnsure() {
      return this == OBJECTS || this == CHANGES;
    }
  }

  /** Whether objects may be otherwise than they are known here. */
  public boolean isUnsure() {
    return kind.isUnsure();
  }
}
