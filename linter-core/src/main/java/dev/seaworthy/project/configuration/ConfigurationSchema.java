package dev.seaworthy.project.configuration;

import dev.seaworthy.api.Release;
import dev.seaworthy.lint.Rule;
import dev.seaworthy.lint.RuleCatalog;
import dev.seaworthy.lint.RuleParameter;
import dev.seaworthy.lint.RuleProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The configuration's JSON Schema, for editors: what is fixed stands in a file beside this class, what
 * the rules say of themselves is added. {@link ConfigurationReader} judges by the same words, with
 * places and without a start-up of its own; a test holds the two to each other.
 */
public final class ConfigurationSchema {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final List<String> WORDS = List.of("on", "off", "error", "warning", "info");

  private ConfigurationSchema() {}

  /** The schema (draft 7) with all the rules of {@code catalog}. */
  public static ObjectNode of(RuleCatalog catalog) {
    ObjectNode schema = fixed();
    ObjectNode properties = schema.withObject("properties");
    enumerate(properties.withObject("kubernetes"), releases());
    enumerate(
        properties.withObject("profile"),
        Stream.of(RuleProfile.values()).map(RuleProfile::word).toList());
    ObjectNode rules = properties.withObject("rules").withObject("properties");
    catalog.all().forEach(rule -> rules.set(rule.id(), of(rule)));
    ObjectNode suppression =
        properties.withObject("suppressions").withObject("items").withObject("properties");
    enumerate(
        suppression.withObject("rules").withObject("items"),
        catalog.all().stream().map(Rule::id).toList());
    return schema;
  }

  private static ObjectNode fixed() {
    try (InputStream text = ConfigurationSchema.class.getResourceAsStream("schema.json")) {
      if (text == null) {
        throw new IOException("no resource schema.json");
      }
      return (ObjectNode) JSON.readTree(text);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static List<String> releases() {
    return IntStream.rangeClosed(Release.OLDEST.minor(), Release.NEWEST.minor())
        .mapToObj(minor -> "1." + minor)
        .toList();
  }

  private static void enumerate(ObjectNode schema, List<String> words) {
    ArrayNode all = schema.putArray("enum");
    words.forEach(all::add);
  }

  /** YAML takes {@code on} and {@code off} for truth values, so these are allowed, too. */
  private static ObjectNode words() {
    ObjectNode words = JSON.createObjectNode();
    ArrayNode all = words.putArray("enum");
    WORDS.forEach(all::add);
    all.add(true).add(false);
    return words;
  }

  private static ObjectNode of(Rule rule) {
    ObjectNode schema = JSON.createObjectNode().put("description", rule.title());
    ObjectNode map = JSON.createObjectNode().put("type", "object");
    map.put("additionalProperties", false);
    ObjectNode parameters = JSON.createObjectNode().put("type", "object");
    parameters.put("additionalProperties", false);
    ObjectNode each = parameters.putObject("properties");
    rule.parameters().forEach(parameter -> each.set(parameter.name(), of(parameter)));
    map.putObject("properties").set("severity", words()).set("parameters", parameters);
    schema.putArray("anyOf").add(words()).add(map);
    return schema;
  }

  private static ObjectNode of(RuleParameter parameter) {
    return ParameterType.schema(parameter.type()).put("description", parameter.help());
  }
}
