package dev.seaworthy.cli;

/** Why a command can't do its work, in words for the person who gave it. Ends in exit status 2. */
final class CommandFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  CommandFailure(String message) {
    super(message, null, false, false);
  }
}
