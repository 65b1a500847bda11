package dev.seaworthy.validate.custom;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.FieldError;

/** Causes for which the server names no field; we know the place all the same. */
public final class Unplaced {

  private Unplaced() {}

  /** A cause at {@code place}. */
  public static FieldError error(FieldPath place, String origin, String message) {
    return FieldError.of(CauseType.INVALID, place, origin, message).namedNowhere();
  }
}
