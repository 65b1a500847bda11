package dev.seaworthy.judge;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.LayeredCatalog;
import dev.seaworthy.api.catalog.SchemaImport;
import dev.seaworthy.api.crd.CrdCatalog;
import dev.seaworthy.api.remote.RemoteFiles;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.project.InputSource;
import dev.seaworthy.validate.ApiServer;
import dev.seaworthy.validate.Verdict;
import dev.seaworthy.validate.schema.JsonSchemaKinds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Kinds that a user brings: CustomResourceDefinitions; folders that {@code seaworthy schema import}
 * wrote, whose kinds are judged like built-in ones; and locations of JSON Schemas for kinds that
 * nothing else describes.
 */
public final class OwnKinds {

  /** The kinds of the release and no others. */
  public static final OwnKinds NONE =
      new OwnKinds(List.of(), List.of(), List.of(), Optional.empty());

  private final List<DefinitionFile> files;
  private final List<Node> definitions;
  private final List<ApiCatalog> imported;
  /** Empty if there are no locations of JSON Schemas. */
  private final Optional<JsonSchemaKinds> schemas;

  private OwnKinds(
      List<DefinitionFile> files,
      List<Node> definitions,
      List<ApiCatalog> imported,
      Optional<JsonSchemaKinds> schemas) {
    this.files = files;
    this.definitions = definitions;
    this.imported = imported;
    this.schemas = schemas;
  }

  /**
   * The kinds of {@code crds} and {@code locations}, the first that knows a kind counts.
   *
   * @param crds files, folders and URLs of files with CustomResourceDefinitions
   * @param locations folders of imported schemas, or what kubeconform takes as schema location
   * @param remote fetches what lies at URLs
   * @throws IOException if a path leads nowhere, can't be read or holds nothing that is of use
   * @throws IllegalArgumentException if a location uses a name that no kind fills
   */
  public static OwnKinds of(
      List<String> crds, List<String> locations, Release release, RemoteFiles remote)
      throws IOException {
    List<ApiCatalog> imported = new ArrayList<>();
    List<String> templates = new ArrayList<>();
    List<DefinitionFile> files = Definitions.below(crds, remote);
    List<Node> definitions = new ArrayList<>();
    files.forEach(file -> definitions.addAll(file.definitions()));
    for (String location : locations) {
      boolean hasDefinitions = ImportedDefinitions.areIn(location);
      if (hasDefinitions) {
        definitions.addAll(new ImportedDefinitions(Path.of(location)).read());
      }
      if (SchemaImport.isImported(location)) {
        imported.add(new SchemaImport(Path.of(location)).catalog(release));
      } else if (!hasDefinitions) {
        SchemaLocations.requireUsable(location);
        templates.add(location);
      }
    }
    JsonSchemaKinds schemas = JsonSchemaKinds.of(templates, release, remote);
    return new OwnKinds(
        files, definitions, imported, Optional.of(schemas).filter(kinds -> !kinds.isEmpty()));
  }

  /** {@code builtIn} with the imported kinds in front, and those of definitions before these. */
  public ApiCatalog over(ApiCatalog builtIn) {
    ApiCatalog all = builtIn;
    for (int i = imported.size() - 1; i >= 0; i--) {
      all = new LayeredCatalog(imported.get(i), all);
    }
    return definitions.isEmpty()
        ? all
        : new LayeredCatalog(CrdCatalog.of(definitions, builtIn).without(builtIn), all);
  }

  /** The same, and before all of them the kinds that {@code sources} define. */
  public ApiCatalog over(ApiCatalog builtIn, Supplier<List<InputSource>> sources) {
    return new KindsOfInput(builtIn, over(builtIn), sources);
  }

  /** Whether there are files whose definitions are to be judged if they are used. */
  boolean areDefinedByFiles() {
    return !files.isEmpty();
  }

  /** What is wrong in these files, as far as kinds of them are {@code used}. */
  List<JudgedFile> flawed(ApiServer server, Set<GroupVersionKind> used) {
    return files.stream().flatMap(file -> file.judged(server, used).stream()).toList();
  }

  /**
   * {@code answer}, or if that is that nobody knows the kind, what a JSON Schema of it says.
   *
   * @throws UncheckedIOException if there is a schema that can't be used
   */
  public Verdict refine(Document document, Verdict answer) {
    if (schemas.isEmpty() || !UndefinedKinds.isUnknown(answer)) {
      return answer;
    }
    try {
      return schemas.get().verdict(document.root()).orElse(answer);
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable.getMessage(), unusable);
    }
  }
}
