package dev.seaworthy.api.structure;

import java.io.IOException;

/** A schema document or structure file that can't be used; the message says which and why. */
public final class UnreadableSchema extends IOException {

  private static final long serialVersionUID = 1L;

  public UnreadableSchema(String message) {
    super(message);
  }

  public UnreadableSchema(String message, Throwable cause) {
    super(message, cause);
  }
}
