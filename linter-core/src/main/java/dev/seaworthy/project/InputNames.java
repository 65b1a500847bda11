package dev.seaworthy.project;

import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.manifest.Span;
import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** What a user calls files, those out of the input too that kustomizations are made of. */
final class InputNames {

  private final Map<Path, String> files = new LinkedHashMap<>();
  private final Map<Path, String> folders = new LinkedHashMap<>();

  void putFile(Path path, String name) {
    files.put(path, name);
  }

  /** {@code folder} is the one of the file that is called {@code name}. */
  void putFolderOf(Path folder, String name) {
    int end = name.lastIndexOf('/');
    folders.put(folder, end < 0 ? "." : name.substring(0, end));
  }

  boolean hasFile(Path path) {
    return files.containsKey(path);
  }

  void forEachFile(BiConsumer<Path, String> action) {
    files.forEach(action);
  }

  /** As the user would call it: by its way from a kustomization that has a name. */
  String of(Path path) {
    String known = files.get(path);
    if (known != null) {
      return known;
    }
    if (folders.containsKey(path)) {
      return folders.get(path);
    }
    return folders.entrySet().stream()
        .findFirst()
        .map(folder -> seenFrom(folder.getKey(), folder.getValue(), path))
        .orElse(path.toString());
  }

  /** What a user would call {@code path} who calls {@code from} {@code name}. */
  static String seenFrom(Path from, String name, Path path) {
    String seen = Path.of(name)
        .resolve(from.relativize(path))
        .normalize()
        .toString()
        .replace(File.separatorChar, '/');
    return seen.isEmpty() ? "." : seen;
  }

  Location locationOf(Path file, Span place) {
    return locationIn(of(file), place);
  }

  /** {@code place} in the file that is called {@code name}. */
  static Location locationIn(String name, Span place) {
    return place.isWritten()
        ? new Location(name, place.line(), place.column(), place.endLine(), place.endColumn())
        : Location.ofFile(name);
  }
}
