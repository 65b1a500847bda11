package dev.seaworthy.validate.schema;

import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.remote.RemoteFiles;
import dev.seaworthy.api.schema.SchemaTemplate;
import dev.seaworthy.api.structure.UnreadableSchema;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.Stage;
import dev.seaworthy.validate.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Judges objects of kinds that no catalogue knows by the JSON Schemas that the user points to.
 * Nothing is fetched unless a location is itself a URL. Safe for use by several threads.
 */
public final class JsonSchemaKinds {

  /** The location that stands for the built-in kinds. */
  private static final String BUILT_IN = "default";

  private final Release release;
  private final List<SchemaTemplate> locations;
  private final SchemaFiles files;
  private final Map<GroupVersionKind, Optional<JsonSchemaValidator>> validators =
      new ConcurrentHashMap<>();

  private JsonSchemaKinds(Release release, List<SchemaTemplate> locations, RemoteFiles remote) {
    this.release = release;
    this.locations = locations;
    this.files = new SchemaFiles(locations, remote);
  }

  /**
   * Kinds by {@code --schema-location}, asked in the order given.
   *
   * @param locations templates as {@link SchemaTemplate} reads them; {@code default}, which stands
   *     for the built-in kinds, changes nothing
   * @param remote fetches what lies at URLs
   * @throws IllegalArgumentException if a template has an unknown name
   */
  public static JsonSchemaKinds of(List<String> locations, Release release, RemoteFiles remote) {
    return new JsonSchemaKinds(
        release,
        locations.stream()
            .filter(location -> !location.equals(BUILT_IN))
            .map(SchemaTemplate::parse)
            .toList(),
        remote);
  }

  public boolean isEmpty() {
    return locations.isEmpty();
  }

  /**
   * What the kind's schema finds; empty if no location has one.
   *
   * @throws UnreadableSchema if there is a schema that can't be read or used
   */
  public Optional<SchemaFindings> judge(Node object) throws UnreadableSchema {
    GroupVersionKind gvk =
        GroupVersionKind.of(object.get("apiVersion").text(), object.get("kind").text());
    Optional<JsonSchemaValidator> validator = validators.get(gvk);
    if (validator == null) {
      validator = find(gvk);
      validators.put(gvk, validator);
    }
    return validator.isEmpty() ? Optional.empty() : Optional.of(validator.get().judge(object));
  }

  /**
   * The answer that a server would give which knows no more of the kind than its schema says: 201,
   * 400 for unknown fields, else 422.
   *
   * @throws UnreadableSchema as {@link #judge}
   */
  public Optional<Verdict> verdict(Node object) throws UnreadableSchema {
    return judge(object).map(findings -> verdict(object, findings));
  }

  private static Verdict verdict(Node object, SchemaFindings findings) {
    if (!findings.unknown().isEmpty()) {
      List<Verdict.Later> later = findings.causes().stream()
          .map(cause -> Verdict.Later.of(Stage.VALIDATE, cause))
          .toList();
      return Verdict.refused(Stage.DECODE, 400, "BadRequest", List.of(), findings.unknown(), later);
    }
    if (!findings.causes().isEmpty()) {
      return Verdict.refused(
          Stage.VALIDATE, 422, "Invalid", findings.causes(), List.of(), List.of());
    }
    return Verdict.accepted(
        201, List.of(), new Resource(object instanceof Mapping it ? it : Mapping.EMPTY));
  }

  private Optional<JsonSchemaValidator> find(GroupVersionKind gvk) throws UnreadableSchema {
    for (SchemaTemplate location : locations) {
      String iri = SchemaFiles.iri(location.locate(gvk, release));
      Optional<String> text = files.read(iri);
      if (text.isPresent()) {
        return Optional.of(JsonSchemaValidator.of(iri, text.get(), files));
      }
    }
    return Optional.empty();
  }
}
