package dev.seaworthy.simulate.scenario;

import dev.seaworthy.simulate.scenario.language.Verb;
import dev.seaworthy.simulate.scenario.verb.Verbs;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema of scenario files, for editors: a file beside this class, to which each verb adds
 * what it does and an example. The reader judges by its own words, with places; a test holds the two
 * to each other, field by field.
 */
public final class ScenarioSchema {

  private ScenarioSchema() {}

  /** The schema (draft 7) with all verbs. */
  public static ObjectNode schema() {
    ObjectNode schema = fixed();
    JsonNode verbs = schema.at("/properties/steps/items/properties");
    for (Verb verb : Verbs.all()) {
      for (String name : verb.names()) {
        if (verbs instanceof ObjectNode all && all.get(name) instanceof ObjectNode fields) {
          all.set(name, described(fields, verb));
        }
      }
    }
    return schema;
  }

  /** What stands beside a reference is overlooked by draft 7, so that both are put together. */
  private static ObjectNode described(ObjectNode fields, Verb verb) {
    ObjectNode described = JsonMapper.shared().createObjectNode();
    described.put("description", verb.description() + " Example: " + verb.example());
    if (fields.has("$ref")) {
      described.putArray("allOf").add(fields);
    } else {
      described.setAll(fields);
    }
    return described;
  }

  private static ObjectNode fixed() {
    try (InputStream text = ScenarioSchema.class.getResourceAsStream("schema.json")) {
      if (text == null) {
        throw new IOException("no resource schema.json");
      }
      return (ObjectNode) JsonMapper.shared().readTree(text);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
