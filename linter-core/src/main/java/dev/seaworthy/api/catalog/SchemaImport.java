package dev.seaworthy.api.catalog;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.structure.KindEntry;
import dev.seaworthy.api.structure.KindTable;
import dev.seaworthy.api.structure.OpenApiDocument;
import dev.seaworthy.api.structure.OpenApiImport;
import dev.seaworthy.api.structure.Structure;
import dev.seaworthy.api.structure.StructureCatalog;
import dev.seaworthy.api.structure.StructureFolder;
import dev.seaworthy.api.structure.UnreadableSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Brings the kinds of an OpenAPI document into a folder of structure files, and reads such folders.
 *
 * <p>A running cluster gives the document: {@code kubectl get --raw /openapi/v2}, or {@code
 * /openapi/v3/apis/apps/v1} for one group.
 */
public final class SchemaImport {

  private final StructureFolder folder;

  public SchemaImport(Path folder) {
    this.folder = new StructureFolder(folder);
  }

  /** Whether {@code location} is a folder that an import wrote. */
  public static boolean isImported(String location) {
    return !location.contains("{{")
        && !location.contains("://")
        && StructureFolder.isOne(Path.of(location));
  }

  /**
   * Adds the kinds that clients can create by the document's paths.
   *
   * @param name what to call the document in messages
   * @param in the document, packed with gzip or plain
   * @param release the release that it describes; empty to take the one that it names itself
   * @return the kinds that the document brought
   * @throws UnreadableSchema if the document can't be used
   */
  public List<GroupVersionKind> add(String name, InputStream in, Optional<Release> release)
      throws IOException {
    OpenApiDocument document = OpenApiDocument.read(name, in);
    return add(releaseOf(name, document, release), OpenApiImport.of(document));
  }

  /**
   * Adds the kinds of a table (see {@link KindTable#ofCsv}), for documents that have definitions and
   * no paths.
   */
  public List<GroupVersionKind> add(
      String name, InputStream in, Optional<Release> release, List<String> kindTable)
      throws IOException {
    OpenApiDocument document = OpenApiDocument.read(name, in);
    Release described = releaseOf(name, document, release);
    KindTable table = KindTable.ofCsv(kindTable, described.minor());
    return add(described, OpenApiImport.of(document, table));
  }

  private static Release releaseOf(String name, OpenApiDocument document, Optional<Release> release)
      throws UnreadableSchema {
    Optional<Release> found = release.or(() -> document.release().flatMap(Release::parse));
    if (found.isEmpty()) {
      throw new UnreadableSchema(
          name + " does not say which Kubernetes release it describes; name the release");
    }
    return found.get();
  }

  /** What was imported for the release before stays where the document has nothing newer. */
  private List<GroupVersionKind> add(Release release, Structure imported) throws IOException {
    SortedMap<Integer, Structure> all = folder.read();
    Structure before =
        all.getOrDefault(release.minor(), new Structure(new TreeMap<>(), new TreeMap<>()));
    all.put(release.minor(), before.with(imported));
    folder.write(all);
    return imported.kindsByName().values().stream().map(KindEntry::gvk).toList();
  }

  /**
   * The kinds that were imported into the folder for {@code release}; where it has none for that
   * very release, those of the newest one that it has.
   *
   * @throws UnreadableSchema if the folder has nothing, or a file of another form
   */
  public ApiCatalog catalog(Release release) throws IOException {
    SortedMap<Integer, Structure> all = folder.read();
    if (all.isEmpty()) {
      throw new UnreadableSchema("There are no imported schemas in the folder");
    }
    int nearest = all.containsKey(release.minor()) ? release.minor() : all.lastKey();
    return new StructureCatalog(release, Objects.requireNonNull(all.get(nearest)));
  }
}
