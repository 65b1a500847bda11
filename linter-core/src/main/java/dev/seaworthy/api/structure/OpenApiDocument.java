package dev.seaworthy.api.structure;

import dev.seaworthy.api.GroupVersionKind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An OpenAPI document, of version 2 ({@code definitions}) or 3 ({@code components.schemas}). */
public final class OpenApiDocument {

  private final JsonNode root;
  private final JsonNode definitions;
  private final Map<GroupVersionKind, String> byKind = new HashMap<>();

  private OpenApiDocument(JsonNode root, JsonNode definitions) {
    this.root = root;
    this.definitions = definitions;
    definitions.properties().forEach(definition -> {
      JsonNode kinds = definition.getValue().path("x-kubernetes-group-version-kind");
      // A type of many groups is one of the machinery (DeleteOptions), not of an API.
      if (kinds.size() == 1) {
        byKind.put(KindTable.gvkOf(kinds.get(0)), definition.getKey());
      }
    });
  }

  /**
   * Reads a document, packed with gzip or plain.
   *
   * @param name what to call it in messages
   * @throws UnreadableSchema if it is no JSON or no OpenAPI document with types
   */
  public static OpenApiDocument read(String name, InputStream in) throws IOException {
    JsonNode root = parse(name, unpacked(in));
    JsonNode definitions = root.has("definitions")
        ? root.path("definitions")
        : root.path("components").path("schemas");
    if (!definitions.isObject() || definitions.isEmpty()) {
      throw new UnreadableSchema(name
          + " is no OpenAPI document with types: it has neither 'definitions' (OpenAPI 2) nor"
          + " 'components.schemas' (OpenAPI 3)");
    }
    return new OpenApiDocument(root, definitions);
  }

  private static JsonNode parse(String name, InputStream in) throws UnreadableSchema {
    try {
      return JsonMapper.shared().readTree(in);
    } catch (JacksonException wrong) {
      throw UnreadableSchema.noJson(
          name + " holds no CustomResourceDefinition, and as an OpenAPI document it", wrong);
    }
  }

  private static InputStream unpacked(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in);
    buffered.mark(2);
    boolean packed = buffered.read() == 0x1f && buffered.read() == 0x8b;
    buffered.reset();
    return packed ? new GZIPInputStream(buffered) : buffered;
  }

  /** The minor release that the document says it describes. */
  public Optional<String> release() {
    String own = root.path("kubernetes").asString("");
    String version = own.isEmpty() ? root.path("info").path("version").asString("") : own;
    return version.isEmpty() ? Optional.empty() : Optional.of(version);
  }

  /** What its paths let clients create; nothing if it has no paths. */
  KindTable kinds() {
    return KindTable.ofPaths(root.path("paths"));
  }

  @Nullable
  JsonNode definition(String name) {
    return definitions.get(name);
  }

  /** The name of the definition of a kind. */
  Optional<String> definitionOf(GroupVersionKind gvk) {
    return Optional.ofNullable(byKind.get(gvk));
  }
}
