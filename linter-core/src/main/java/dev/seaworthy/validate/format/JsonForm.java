package dev.seaworthy.validate.format;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/** JSON that is kept as text or bytes inside another value. */
public final class JsonForm {

  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonForm() {}

  /** Whether {@code text} is one JSON object (or null, which Go takes for an empty one). */
  public static boolean isObject(String text) {
    try (JsonParser parser =
        FACTORY.createParser(tools.jackson.core.ObjectReadContext.empty(), text)) {
      JsonToken first = parser.nextToken();
      if (first != JsonToken.START_OBJECT && first != JsonToken.VALUE_NULL) {
        return false;
      }
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (JacksonException malformed) {
      return false;
    }
  }
}
