package dev.seaworthy.api.structure;

import dev.seaworthy.api.GroupVersionKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Turns the kinds of an OpenAPI document, and the types that they need, into a structure. */
public final class OpenApiImport {

  private final OpenApiDocument document;
  private final SortedMap<String, KindEntry> kinds = new TreeMap<>();
  private final SortedMap<String, TypeEntry> types = new TreeMap<>();
  private final SchemaTypes schemaTypes;

  /** Structs that are known by name and still to be read. Not recursive: documents can be deep. */
  private final Deque<SchemaTypes.Found> toRead = new ArrayDeque<>();

  private OpenApiImport(OpenApiDocument document) {
    this.document = document;
    this.schemaTypes = new SchemaTypes(document, toRead::add);
  }

  /** The kinds that the document's own paths let clients create. */
  public static Structure of(OpenApiDocument document) throws UnreadableSchema {
    KindTable table = document.kinds();
    if (table.isEmpty()) {
      throw new UnreadableSchema(
          "The document has no paths that tell which kinds can be created: a table of kinds must"
              + " say it (--kinds)");
    }
    return of(document, table);
  }

  /** The kinds of {@code table}. */
  public static Structure of(OpenApiDocument document, KindTable table) throws UnreadableSchema {
    OpenApiImport run = new OpenApiImport(document);
    for (GroupVersionKind gvk : table.kinds()) {
      run.addKind(gvk, table.served(gvk));
    }
    run.readTypes();
    return new Structure(run.kinds, run.types);
  }

  private void addKind(GroupVersionKind gvk, KindTable.Served served) throws UnreadableSchema {
    String definition = document.definitionOf(gvk).orElse(null);
    if (definition == null) {
      throw new UnreadableSchema("The document has no definition of " + gvk);
    }
    kinds.put(
        gvk.toString(),
        new KindEntry(
            gvk,
            served.plural(),
            served.namespaced(),
            served.byDefault(),
            false,
            schemaTypes.struct(definition).toString()));
    GroupVersionKind listKind =
        new GroupVersionKind(gvk.group(), gvk.version(), gvk.kind() + "List");
    String list = document.definitionOf(listKind).orElse(null);
    if (list != null) {
      kinds.put(
          listKind.toString(),
          new KindEntry(
              listKind,
              "",
              false,
              served.byDefault(),
              true,
              schemaTypes.struct(list).toString()));
    }
  }

  private void readTypes() throws UnreadableSchema {
    while (!toRead.isEmpty()) {
      SchemaTypes.Found found = toRead.remove();
      if (!types.containsKey(found.name().toString())) {
        types.put(found.name().toString(), typeEntry(found));
      }
    }
  }

  private TypeEntry typeEntry(SchemaTypes.Found found) throws UnreadableSchema {
    JsonNode schema = found.schema();
    SortedMap<String, FieldEntry> fields = new TreeMap<>();
    for (var property : schema.path("properties").properties()) {
      boolean required = schema
          .path("required")
          .valueStream()
          .anyMatch(r -> r.asString("").equals(property.getKey()));
      TypeName inner = found.name().inner(property.getKey());
      fields.put(property.getKey(), schemaTypes.field(property.getValue(), inner, required));
    }
    return new TypeEntry(
        found.name(),
        schema.path("x-kubernetes-map-type").asString("").equals("atomic"),
        schema.path("x-kubernetes-preserve-unknown-fields").asBoolean(false),
        fields);
  }
}
