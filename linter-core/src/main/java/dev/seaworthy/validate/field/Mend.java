package dev.seaworthy.validate.field;

/** Whether quotes are all that is wrong with a value of the wrong type. */
public enum Mend {
  /** Text is wanted, and YAML reads what is written as something else: it needs quotes. */
  QUOTE,
  /** What is within the quotes is of the type that is wanted. */
  UNQUOTE,
  /** Something else is wrong. */
  OTHERWISE
}
