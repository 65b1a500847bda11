package dev.seaworthy.validate.field;

import dev.seaworthy.manifest.FieldPath;

/**
 * What the API server would warn of although it accepts the object.
 *
 * @param field as the server names it
 * @param place where it is written, which the server's name may miss
 */
public record Warning(FieldPath field, FieldPath place, String origin, String message) {

  /** A warning of a field whose name leads to its place. */
  public Warning(FieldPath field, String origin, String message) {
    this(field, field, origin, message);
  }
}
