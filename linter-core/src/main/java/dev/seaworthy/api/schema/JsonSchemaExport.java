package dev.seaworthy.api.schema;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.Field;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.api.Type;
import dev.seaworthy.manifest.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private final ConstrainedTypes constraints;
  private final TypeDescriptions descriptions;
  private final SchemaOfType judged = new SchemaOfType(struct -> reference(struct, true));
  private final SchemaOfType unjudged = new SchemaOfType(struct -> reference(struct, false));
  private final Set<String> definitions = new HashSet<>();
  private final List<Definition> toWrite = new ArrayList<>();

  private JsonSchemaExport(
      ResourceType kind, TypeConstraints constraints, TypeDescriptions descriptions) {
    this.kind = kind;
    this.descriptions = descriptions;
    this.constraints = new ConstrainedTypes(constraints);
  }

  /**
   * A struct that another one refers to.
   *
   * @param judged whether its constraints are asked where the reference stands
   */
  private record Definition(String name, Type.Struct struct, boolean judged) {}

  /**
   * Writes every kind of the catalogue that can be created and is served by default into {@code
   * folder}, under the names that {@link SchemaTemplate#fileName} gives.
   *
   * @param constraints those of the catalogue's release
   * @param descriptions shown by editors as hints
   * @return the files, in the order of their kinds
   */
  public static List<Path> write(
      ApiCatalog catalog, TypeConstraints constraints, TypeDescriptions descriptions, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    List<Path> files = new ArrayList<>();
    for (GroupVersionKind gvk : catalog.kinds()) {
      ResourceType kind = catalog.find(gvk).orElseThrow();
      if (!kind.list() && kind.servedByDefault()) {
        Path file = folder.resolve(SchemaTemplate.fileName(gvk));
        String text = JSON.writerWithDefaultPrettyPrinter()
            .writeValueAsString(of(kind, constraints, descriptions));
        Files.writeString(file, text + "\n");
        files.add(file);
      }
    }
    return files;
  }

  /** The schema of one kind. */
  public static ObjectNode of(
      ResourceType kind, TypeConstraints constraints, TypeDescriptions descriptions) {
    return new JsonSchemaExport(kind, constraints, descriptions).schema();
  }

  private ObjectNode schema() {
    ObjectNode root = JSON.createObjectNode();
    root.put("$schema", "http://json-schema.org/draft-07/schema#");
    root.put("title", kind.gvk().toString());
    struct(new Definition("", kind.struct(), true), root, "object");
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
      Definition definition = toWrite.remove(toWrite.size() - 1);
      ObjectNode schema = JSON.createObjectNode();
      struct(definition, schema, "object", "null");
      written.put(definition.name, schema);
    }
    ObjectNode all = root.putObject("definitions");
    written.forEach(all::set);
  }

  private void struct(Definition definition, ObjectNode into, String... jsonTypes) {
    Type.Struct struct = definition.struct;
    SchemaOfType.putTypes(into, jsonTypes);
    descriptions.of(struct).ifPresent(text -> into.put("description", text));
    ObjectNode properties = into.putObject("properties");
    List<String> required = new ArrayList<>();
    for (Field field : struct.fields()) {
      boolean inside = definition.judged && constraints.areAskedInside(struct, field.name());
      boolean filledIn = constraints.isFilledIn(struct, field.name());
      ObjectNode schema = (inside ? judged : unjudged).of(field, filledIn);
      descriptions.of(struct, field.name()).ifPresent(text -> schema.put("description", text));
      properties.set(field.name(), schema);
      if (field.required() && !filledIn) {
        required.add(field.name());
      }
    }
    if (!required.isEmpty()) {
      required.forEach(into.putArray("required")::add);
    }
    into.put("additionalProperties", struct.open());
    if (definition.judged) {
      addConstraints(struct, into);
    }
  }

  private void addConstraints(Type.Struct struct, ObjectNode into) {
    constraints.of(struct).forEach(one -> SchemaMerge.add(into, json(one)));
    for (Field field : struct.fields()) {
      constraints.exemption(struct, field.name()).ifPresent(exempt -> {
        ObjectNode otherwise = JSON.createObjectNode();
        otherwise.putObject("properties").set(field.name(), judged.of(field, false));
        ObjectNode choice = JSON.createObjectNode();
        choice.set("if", json(exempt));
        choice.set("else", otherwise);
        SchemaMerge.add(into, choice);
      });
    }
  }

  private static ObjectNode json(Mapping schema) {
    return (ObjectNode) JSON.readTree(schema.toJson());
  }

  private String reference(Type.Struct struct, boolean judged) {
    boolean asked = judged || !constraints.haveWordOn(struct);
    String name = definitionName(struct) + (asked ? "" : ".unjudged");
    if (definitions.add(name)) {
      toWrite.add(new Definition(name, struct, asked));
    }
    return "#/definitions/" + name;
  }

  /** A slash in a reference would need an escape. */
  private static String definitionName(Type.Struct struct) {
    return struct.name().replace('/', '.');
  }
}
