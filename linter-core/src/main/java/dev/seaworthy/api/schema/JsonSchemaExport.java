package dev.seaworthy.api.schema;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.Field;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.api.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes kinds as JSON Schemas (draft 7, which editors know best), each a file that needs no other.
 * Unknown fields are refused; {@code null} is allowed wherever it means "absent".
 */
public final class JsonSchemaExport {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final ResourceType kind;
  private final SchemaOfType types;
  private final Map<String, Type.Struct> definitions = new TreeMap<>();
  private final List<Type.Struct> toWrite = new ArrayList<>();

  private JsonSchemaExport(ResourceType kind) {
    this.kind = kind;
    this.types = new SchemaOfType(this::reference);
  }

  /**
   * Writes every kind of the catalogue that can be created and is served by default into {@code
   * folder}, under the names that {@link SchemaTemplate#fileName} gives.
   *
   * @return the files, in the order of their kinds
   */
  public static List<Path> write(ApiCatalog catalog, Path folder) throws IOException {
    Files.createDirectories(folder);
    List<Path> files = new ArrayList<>();
    for (GroupVersionKind gvk : catalog.kinds()) {
      ResourceType kind = catalog.find(gvk).orElseThrow();
      if (!kind.list() && kind.servedByDefault()) {
        Path file = folder.resolve(SchemaTemplate.fileName(gvk));
        String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(of(kind));
        Files.writeString(file, text + "\n");
        files.add(file);
      }
    }
    return files;
  }

  /** The schema of one kind. */
  public static ObjectNode of(ResourceType kind) {
    return new JsonSchemaExport(kind).schema();
  }

  private ObjectNode schema() {
    ObjectNode root = JSON.createObjectNode();
    root.put("$schema", "http://json-schema.org/draft-07/schema#");
    root.put("title", kind.gvk().toString());
    struct(kind.struct(), root, "object");
    ObjectNode properties = (ObjectNode) root.path("properties");
    properties.set("apiVersion", onlyText(kind.gvk().apiVersion()));
    properties.set("kind", onlyText(kind.gvk().kind()));
    ArrayNode required = root.withArray("required");
    required.add("apiVersion").add("kind");
    addDefinitions(root);
    return root;
  }

  private static ObjectNode onlyText(String value) {
    ObjectNode schema = JSON.createObjectNode().put("type", "string");
    schema.putArray("enum").add(value);
    return schema;
  }

  /** A definition may name further ones, hence no loop over the map itself. */
  private void addDefinitions(ObjectNode root) {
    Map<String, ObjectNode> written = new TreeMap<>();
    while (!toWrite.isEmpty()) {
      Type.Struct struct = toWrite.remove(toWrite.size() - 1);
      ObjectNode definition = JSON.createObjectNode();
      struct(struct, definition, "object", "null");
      written.put(definitionName(struct), definition);
    }
    ObjectNode all = root.putObject("definitions");
    written.forEach(all::set);
  }

  private void struct(Type.Struct struct, ObjectNode into, String... jsonTypes) {
    SchemaOfType.putTypes(into, jsonTypes);
    ObjectNode properties = into.putObject("properties");
    List<String> required = new ArrayList<>();
    for (Field field : struct.fields()) {
      properties.set(field.name(), types.of(field));
      if (field.required()) {
        required.add(field.name());
      }
    }
    if (!required.isEmpty()) {
      required.forEach(into.putArray("required")::add);
    }
    into.put("additionalProperties", struct.open());
  }

  private String reference(Type.Struct struct) {
    String name = definitionName(struct);
    if (definitions.putIfAbsent(name, struct) == null) {
      toWrite.add(struct);
    }
    return "#/definitions/" + name;
  }

  /** A slash in a reference would need an escape. */
  private static String definitionName(Type.Struct struct) {
    return struct.name().replace('/', '.');
  }
}
