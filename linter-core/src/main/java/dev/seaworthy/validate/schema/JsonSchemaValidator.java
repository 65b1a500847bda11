package dev.seaworthy.validate.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.seaworthy.api.structure.UnreadableSchema;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One JSON Schema, made ready to judge objects. Safe for use by several threads. */
public final class JsonSchemaValidator {

  private final String name;
  private final Schema schema;
  private final @Nullable KubernetesWords words;

  private JsonSchemaValidator(String name, Schema schema, @Nullable KubernetesWords words) {
    this.name = name;
    this.schema = schema;
    this.words = words;
  }

  /**
   * A schema that needs no other files.
   *
   * @param name what to call it in messages; an absolute IRI
   */
  public static JsonSchemaValidator of(String name, JsonNode schema) throws UnreadableSchema {
    return ready(name, schema, null, iri -> null);
  }

  /** A schema whose references lead to {@code files}. */
  static JsonSchemaValidator of(String iri, String text, SchemaFiles files)
      throws UnreadableSchema {
    try {
      JsonNode schema = JsonMapper.shared().readTree(text);
      KubernetesWords words = null;
      if (KubernetesWords.areIn(text)) {
        words = KubernetesWords.of(schema);
        KubernetesWords.translate(schema);
      }
      return ready(iri, schema, words, reference -> read(files, reference));
    } catch (JacksonException wrong) {
      throw UnreadableSchema.noJson("The schema " + iri, wrong);
    }
  }

  private static @Nullable String read(SchemaFiles files, String iri) {
    try {
      return files.read(iri).orElse(null);
    } catch (UnreadableSchema unreadable) {
      // The evaluator then says that the reference leads nowhere, and our caller names the schema.
      return null;
    }
  }

  private static JsonSchemaValidator ready(
      String name,
      JsonNode schema,
      @Nullable KubernetesWords words,
      Function<String, @Nullable String> files)
      throws UnreadableSchema {
    SchemaRegistryConfig config = SchemaRegistryConfig.builder()
        .locale(Locale.ROOT)
        .preloadSchema(false)
        .formatAssertionsEnabled(true)
        .regularExpressionFactory(new SafePatterns())
        .build();
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
        SpecificationVersion.DRAFT_7,
        builder -> builder.schemaRegistryConfig(config).schemas(files));
    try {
      return new JsonSchemaValidator(
          name, registry.getSchema(SchemaLocation.of(name), schema), words);
    } catch (SchemaException | IllegalArgumentException wrong) {
      throw unusable(name, wrong);
    }
  }

  private static UnreadableSchema unusable(String name, RuntimeException wrong) {
    return new UnreadableSchema(
        "The schema " + name + " can't be used: " + wrong.getMessage(), wrong);
  }

  /**
   * What is wrong with {@code object}.
   *
   * @throws UnreadableSchema if the schema proves unusable, such as by a reference to nowhere
   */
  public SchemaFindings judge(Node object) throws UnreadableSchema {
    try {
      List<Error> errors = schema.validate(JsonNodes.of(object));
      SchemaFindings findings = ErrorTranslation.of(object, errors);
      return words != null && findings.isEmpty() && object instanceof Mapping mapping
          ? new SchemaFindings(List.of(), words.judge(mapping))
          : findings;
    } catch (SchemaException wrong) {
      throw unusable(name, wrong);
    }
  }
}
