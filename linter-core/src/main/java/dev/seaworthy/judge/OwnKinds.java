package dev.seaworthy.judge;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.LayeredCatalog;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.SchemaImport;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.validate.Stage;
import dev.seaworthy.validate.Verdict;
import dev.seaworthy.validate.schema.JsonSchemaKinds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Kinds that a user brings: folders that {@code seaworthy schema import} wrote, whose kinds are
 * judged like built-in ones, and locations of JSON Schemas for kinds that nothing else describes.
 */
public final class OwnKinds {

  /** The kinds of the release and no others. */
  public static final OwnKinds NONE =
      new OwnKinds(List.of(), JsonSchemaKinds.of(List.of(), Release.NEWEST));

  private final List<ApiCatalog> imported;
  private final JsonSchemaKinds schemas;

  private OwnKinds(List<ApiCatalog> imported, JsonSchemaKinds schemas) {
    this.imported = imported;
    this.schemas = schemas;
  }

  /**
   * The kinds of {@code locations}, the first that knows a kind counts.
   *
   * @param locations folders of imported schemas, or what kubeconform takes as schema location
   * @throws IOException if a folder of imported schemas can't be read
   * @throws IllegalArgumentException if a location uses a name that no kind fills
   */
  public static OwnKinds of(List<String> locations, Release release) throws IOException {
    List<ApiCatalog> imported = new ArrayList<>();
    List<String> templates = new ArrayList<>();
    for (String location : locations) {
      if (SchemaImport.isImported(location)) {
        imported.add(new SchemaImport(Path.of(location)).catalog(release));
      } else {
        templates.add(location);
      }
    }
    return new OwnKinds(imported, JsonSchemaKinds.of(templates, release));
  }

  /** {@code builtIn} with the imported kinds in front. */
  public ApiCatalog over(ApiCatalog builtIn) {
    ApiCatalog all = builtIn;
    for (int i = imported.size() - 1; i >= 0; i--) {
      all = new LayeredCatalog(imported.get(i), all);
    }
    return all;
  }

  /**
   * {@code answer}, or if that is that nobody knows the kind, what a JSON Schema of it says.
   *
   * @throws UncheckedIOException if there is a schema that can't be used
   */
  public Verdict refine(Document document, Verdict answer) {
    if (schemas.isEmpty() || !isUnknownKind(answer)) {
      return answer;
    }
    try {
      return schemas.verdict(document.root()).orElse(answer);
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable.getMessage(), unusable);
    }
  }

  private static boolean isUnknownKind(Verdict answer) {
    return answer.stage().filter(Stage.RECOGNISE::equals).isPresent()
        && answer.decode().stream().anyMatch(error -> error.error().equals("no-kind"));
  }
}
