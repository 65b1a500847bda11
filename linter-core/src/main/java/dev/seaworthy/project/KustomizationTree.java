package dev.seaworthy.project;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which files and folders kustomizations name, and what objects they generate. */
final class KustomizationTree {

  private static final List<String> NAMES =
      List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  private static final List<String> LISTS = List.of("resources", "bases", "components");

  private static final Map<String, GroupKind> GENERATORS = Map.of(
      "configMapGenerator", GroupKind.of("", "ConfigMap"),
      "secretGenerator", GroupKind.of("", "Secret"));

  private final ManifestReader reader = new ManifestReader();
  private final Map<Path, Set<Path>> named = new HashMap<>();
  private final Map<Path, Set<Path>> naming = new HashMap<>();
  private final Map<GroupKind, Set<String>> generated = new HashMap<>();

  /** Reads the kustomization of {@code folder}, an absolute path, if it has one. */
  void readIn(Path folder) {
    for (String name : NAMES) {
      Path file = folder.resolve(name);
      if (!named.containsKey(folder) && Files.isRegularFile(file)) {
        named.put(folder, new LinkedHashSet<>());
        read(file, folder);
      }
    }
  }

  private void read(Path file, Path folder) {
    try {
      byte[] text = Files.readAllBytes(file);
      for (Document document : reader.readValues(file.toString(), text).documents()) {
        add(document.root(), folder);
      }
    } catch (IOException unreadable) {
      // Whoever judges the file tells of it; here it names nothing.
      named.put(folder, Set.of());
    }
  }

  private void add(Node root, Path folder) {
    for (String list : LISTS) {
      for (Node item : root.get(list).items()) {
        name(item.text(), folder);
      }
    }
    GENERATORS.forEach((list, kind) -> {
      for (Node generator : root.get(list).items()) {
        generated
            .computeIfAbsent(kind, k -> new HashSet<>())
            .add(generator.get("name").text());
      }
    });
  }

  private void name(String text, Path folder) {
    @Nullable Path path = resolved(text, folder);
    if (path != null && !path.equals(folder)) {
      named.computeIfAbsent(folder, f -> new LinkedHashSet<>()).add(path);
      naming.computeIfAbsent(path, p -> new LinkedHashSet<>()).add(folder);
    }
  }

  private static @Nullable Path resolved(String text, Path folder) {
    try {
      return text.isEmpty() || text.contains("://")
          ? null
          : folder.resolve(text).normalize();
    } catch (InvalidPathException noPath) {
      return null;
    }
  }

  boolean isKustomization(Path folder) {
    return named.containsKey(folder);
  }

  /** The folders whose kustomizations name the file or folder. */
  Set<Path> naming(Path path) {
    return naming.getOrDefault(path, Set.of());
  }

  /** The files and folders that the kustomization of the folder names. */
  Set<Path> namedBy(Path folder) {
    return named.getOrDefault(folder, Set.of());
  }

  /** The names of generated objects, by kind. */
  Map<GroupKind, Set<String>> generated() {
    return generated;
  }
}
