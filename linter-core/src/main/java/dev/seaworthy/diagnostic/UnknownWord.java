package dev.seaworthy.diagnostic;

/**
 * A word of the user that means nothing here: an option's value, a name that is not there. The message
 * says so, and what was perhaps meant.
 */
public final class UnknownWord extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  public UnknownWord(String message) {
    super(message);
  }
}
