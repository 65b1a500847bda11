package dev.seaworthy.api.structure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder of structure files: {@code releases.yaml}, and a file a package of types, {@code
 * apps/v1.yaml}, that holds all releases.
 */
public final class StructureFolder {

  private static final String INDEX = "releases.yaml";
  private static final String SUFFIX = ".yaml";

  private final Path folder;

  public StructureFolder(Path folder) {
    this.folder = folder;
  }

  /** Whether something was imported into {@code folder}. */
  public static boolean isOne(Path folder) {
    return Files.isRegularFile(folder.resolve(INDEX));
  }

  /**
   * The structures by minor number of their release; none if nothing was imported yet.
   *
   * @throws UnreadableSchema if a file is not of the form that {@link #write} gives it
   */
  public SortedMap<Integer, Structure> read() throws IOException {
    Path index = folder.resolve(INDEX);
    if (!Files.exists(index)) {
      return new TreeMap<>();
    }
    StructureReader reader =
        new StructureReader(StructureReader.releases(index.toString(), Files.readString(index)));
    for (Path file : files()) {
      reader.read(file.toString(), packageName(file), Files.readString(file));
    }
    return reader.structures();
  }

  /** Writes what the structures have and removes files of packages that they have no more. */
  public void write(SortedMap<Integer, Structure> byRelease) throws IOException {
    Structures structures = new Structures(byRelease);
    SortedMap<String, SortedSet<String>> packages = structures.typesByPackage();
    Files.createDirectories(folder);
    for (Path file : files()) {
      if (!packages.containsKey(packageName(file))) {
        Files.delete(file);
      }
    }
    Files.writeString(folder.resolve(INDEX), StructureText.releases(structures.releases()));
    for (Map.Entry<String, SortedSet<String>> entry : packages.entrySet()) {
      Path file = folder.resolve(entry.getKey() + SUFFIX);
      Files.createDirectories(folder.resolve(entry.getKey()).getParent());
      Files.writeString(file, StructureText.of(structures, entry.getKey(), entry.getValue()));
    }
  }

  /** The files of packages: exactly one folder deep, so that nothing else there is touched. */
  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder, 2)) {
      return files
          .filter(file -> folder.relativize(file).getNameCount() == 2)
          .filter(file -> file.toString().endsWith(SUFFIX))
          .sorted()
          .toList();
    }
  }

  private String packageName(Path file) {
    String relative = folder.relativize(file).toString().replace('\\', '/');
    return relative.substring(0, relative.length() - SUFFIX.length());
  }
}
