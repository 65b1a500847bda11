package dev.seaworthy.validate.field;

import dev.seaworthy.manifest.FieldPath;
import java.util.Optional;

/**
 * A cause of a refusal, at a field.
 *
 * @param field as the server names it
 * @param origin the name of the constraint or check that objects; tests compare it, never prose
 * @param message what is wrong, so that it reads well after the field's name: "is 0, must be at
 *     least 1"
 * @param place the field that is at fault; where the server names another one, such as the list in
 *     place of its item, this is the one to look at
 */
public record FieldError(
    CauseType type,
    FieldPath field,
    String origin,
    String message,
    Optional<String> remedy,
    FieldPath place) {

  /** The origin of what only a cluster without IPv6 says, as clusters are made by default. */
  public static final String CLUSTER_FAMILIES = "cluster-families";

  /** The origin of what a cluster says of a family that it has not, as somebody told. */
  public static final String SAID_FAMILIES = "said-families";

  /** What the server writes where it names no field. */
  private static final FieldPath NOWHERE = FieldPath.of("<nil>");

  public static FieldError of(CauseType type, FieldPath field, String origin, String message) {
    return new FieldError(type, field, origin, message, Optional.empty(), field);
  }

  public FieldError withRemedy(String text) {
    return new FieldError(type, field, origin, message, Optional.of(text), place);
  }

  public FieldError withMessage(String text) {
    return new FieldError(type, field, origin, text, remedy, place);
  }

  /** The same, named as another field is; {@link #place} stays. */
  public FieldError namedAs(FieldPath other, String text) {
    return new FieldError(type, other, origin, text, remedy, place);
  }

  /** The same, where the server names no field although there is one to look at. */
  public FieldError namedNowhere() {
    return namedAs(NOWHERE, message);
  }

  /** The field to speak of: as the server names it, or where it names none the one to look at. */
  public FieldPath spokenField() {
    return field.equals(NOWHERE) ? place : field;
  }

  /** The same, where the server has another name for the field. */
  public FieldError namedAs(FieldPath other) {
    return namedAs(other, message);
  }

  /** What the server tells apart: of what is missing it says no more than that. */
  record Said(CauseType type, String field, String origin, String message) {}

  Said said() {
    return new Said(type, field.toString(), origin, type == CauseType.REQUIRED ? "" : message);
  }
}
