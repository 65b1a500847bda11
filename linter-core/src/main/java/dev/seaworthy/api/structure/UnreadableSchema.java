package dev.seaworthy.api.structure;

import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** A schema document or structure file that can't be used; the message says which and why. */
public final class UnreadableSchema extends IOException {

  private static final long serialVersionUID = 1L;

  public UnreadableSchema(String message) {
    super(message);
  }

  public UnreadableSchema(String message, Throwable cause) {
    super(message, cause);
  }

  /** {@code name} is not valid JSON; tells from where on, where the parser knows. */
  public static UnreadableSchema noJson(String name, JacksonException wrong) {
    TokenStreamLocation place = wrong.getLocation();
    String where = place != null && place.getLineNr() > 0
        ? ": line " + place.getLineNr() + ", column " + place.getColumnNr() + " reads oddly"
        : "";
    return new UnreadableSchema(name + " is not valid JSON" + where, wrong);
  }
}
