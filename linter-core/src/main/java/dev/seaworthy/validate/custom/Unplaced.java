package dev.seaworthy.validate.custom;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.FieldError;

/** Causes for which the server names no field; we know the place all the same. */
public final class Unplaced {

  /** What the server writes in place of a field. */
  private static final FieldPath NOWHERE = FieldPath.of("<nil>");

  private Unplaced() {}

  /** A cause at {@code place}. */
  public static FieldError error(FieldPath place, String origin, String message) {
    return FieldError.of(CauseType.INVALID, place, origin, message).namedAs(NOWHERE);
  }
}
