package dev.seaworthy.validate.field;

/** The API's own words for what is wrong with a field (metav1.CauseType). */
public enum CauseType {
  REQUIRED("FieldValueRequired"),
  INVALID("FieldValueInvalid"),
  NOT_SUPPORTED("FieldValueNotSupported"),
  FORBIDDEN("FieldValueForbidden"),
  DUPLICATE("FieldValueDuplicate"),
  NOT_FOUND("FieldValueNotFound"),
  TOO_LONG("FieldValueTooLong"),
  TOO_MANY("FieldValueTooMany"),
  TYPE_INVALID("FieldValueTypeInvalid"),
  INTERNAL("InternalError"),
  NAMESPACE_TERMINATING("NamespaceTerminating"),
  DISRUPTION_BUDGET("DisruptionBudget"),
  /** A cause of which the server says neither what it is nor where. */
  UNSAID("");

  private final String word;

  CauseType(String word) {
    this.word = word;
  }

  /** The word as the API writes it, {@code FieldValueRequired}. */
  public String word() {
    return word;
  }
}
