package dev.seaworthy.judge;

import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.crd.CustomKind;
import dev.seaworthy.api.crd.Definition;
import dev.seaworthy.manifest.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The CustomResourceDefinitions in a folder that {@code seaworthy schema import} wrote: as they are, a
 * file each, beside the structure of what OpenAPI documents describe.
 */
public final class ImportedDefinitions {

  private static final String FOLDER = "crds";

  private final Path folder;

  /** Those below the folder of an import. */
  public ImportedDefinitions(Path imported) {
    this.folder = imported.resolve(FOLDER);
  }

  /** Whether {@code location} is a folder into which definitions were imported. */
  static boolean areIn(String location) {
    return !location.contains("{{")
        && !location.contains("://")
        && Files.isDirectory(Path.of(location, FOLDER));
  }

  /** Whether {@code path} is a folder, or a file with definitions. */
  public static boolean holds(String path) throws IOException {
    return Files.isDirectory(Path.of(path)) || Definitions.areIn(path);
  }

  /** Whether {@code text}, which messages call {@code name}, has definitions. */
  public static boolean holds(String name, byte[] text) {
    return Definitions.in(name, text).claimsAny();
  }

  /**
   * Adds the definitions of a file or folder; one of the same name is replaced.
   *
   * @return the kinds that they define, at least one for each
   * @throws IOException if there are none, a file cannot be read or written, or something in it that
   *     says it is a definition defines nothing; then none is added
   */
  public List<GroupVersionKind> add(String path) throws IOException {
    return add(Definitions.below(path, path));
  }

  /** The same of a text. */
  public List<GroupVersionKind> add(String name, byte[] text) throws IOException {
    return add(List.of(Definitions.in(name, text)));
  }

  private List<GroupVersionKind> add(List<DefinitionFile> files) throws IOException {
    for (DefinitionFile file : files) {
      file.requireSound();
    }
    List<GroupVersionKind> kinds = new ArrayList<>();
    Files.createDirectories(folder);
    for (DefinitionFile file : files) {
      for (Node definition : file.definitions()) {
        for (CustomKind kind : Definition.kinds(definition)) {
          kinds.add(kind.gvk());
          String name = kind.plural() + "." + kind.gvk().group() + ".json";
          Files.writeString(folder.resolve(safe(name)), definition.toJson() + "\n");
        }
      }
    }
    return kinds;
  }

  /** A name that stays in the folder, whatever a definition calls itself. */
  private static String safe(String name) {
    return name.replaceAll("[^A-Za-z0-9.-]", "_");
  }

  List<Node> read() throws IOException {
    return definitionsOf(folder.toString());
  }

  private static List<Node> definitionsOf(String path) throws IOException {
    return Definitions.below(path, path).stream()
        .flatMap(file -> file.definitions().stream())
        .toList();
  }
}
