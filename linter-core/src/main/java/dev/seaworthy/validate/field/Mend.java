package dev.seaworthy.validate.field;

/** What is certain to be all that is wrong at a field. */
public sealed interface Mend {

  /** Text is wanted, and YAML reads what is written as something else: it needs quotes. */
  Mend QUOTE = new Quote();

  /** What is within the quotes is of the type that is wanted. */
  Mend UNQUOTE = new Unquote();

  /** Something else is wrong. */
  Mend OTHERWISE = new Otherwise();

  /** See {@link #QUOTE}. */
  record Quote() implements Mend {}

  /** See {@link #UNQUOTE}. */
  record Unquote() implements Mend {}

  /** The key is misspelt, and there is one name only that it can have been meant to be. */
  record Rename(String name) implements Mend {}

  /** See {@link #OTHERWISE}. */
  record Otherwise() implements Mend {}
}
