package dev.seaworthy.project;

import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.Node;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The namespaces into which Flux puts what it builds of a folder: {@code spec.targetNamespace} of a
 * Kustomization of its own, which kustomize-controller writes into the folder's kustomization. Such
 * objects mostly lie in the folder above; others are not looked for. Safe for use by several threads.
 */
final class FluxTargets {

  private static final String GROUP = "kustomize.toolkit.fluxcd.io/";

  private static final String FIELD = "targetNamespace";

  /** A folder of so many files is no place for those that say where others go. */
  private static final int MOST_FILES = 100;

  private final QuietReader reader = new QuietReader();
  private final Collection<Path> files;
  private final Map<Path, List<Target>> targets = new ConcurrentHashMap<>();

  /** Made when it is first asked for: most inputs have no kustomization. Either of two counts. */
  private volatile @Nullable Map<Path, List<Path>> filesByFolder;

  /** Of a folder, which repositories name from their root, and so by its last steps. */
  private record Target(Path folder, String namespace) {}

  /**
   * @param files the files of the input, by their absolute paths
   */
  FluxTargets(Collection<Path> files) {
    this.files = files;
  }

  private Map<Path, List<Path>> filesByFolder() {
    Map<Path, List<Path>> made = filesByFolder;
    if (made == null) {
      made = new HashMap<>();
      for (Path file : files) {
        Path folder = file.getParent();
        if (folder != null) {
          made.computeIfAbsent(folder, f -> new ArrayList<>(1)).add(file);
        }
      }
      filesByFolder = made;
    }
    return made;
  }

  /** The namespace for what is built of {@code folder}; empty if nothing says one. */
  Optional<String> namespaceFor(Path folder) {
    Path above = folder.getParent();
    return above == null
        ? Optional.empty()
        : targets.computeIfAbsent(above, this::targetsIn).stream()
            .filter(target -> folder.endsWith(target.folder()))
            .map(Target::namespace)
            .findFirst();
  }

  private List<Target> targetsIn(Path folder) {
    List<Path> inFolder = filesByFolder().getOrDefault(folder, List.of());
    return inFolder.stream()
        .filter(file -> inFolder.size() <= MOST_FILES)
        .flatMap(file -> reader.documentsWith(FIELD + ":", InputSource.of(file)).stream())
        .map(Document::root)
        .filter(root -> root.get("apiVersion").text().startsWith(GROUP))
        .flatMap(root -> target(root.get("spec")).stream())
        .toList();
  }

  private static Optional<Target> target(Node spec) {
    String namespace = spec.get(FIELD).text();
    String path = spec.get("path").text();
    if (namespace.isEmpty() || path.isEmpty()) {
      return Optional.empty();
    }
    try {
      Path folder = Path.of(path.startsWith("/") ? path.substring(1) : path).normalize();
      return Optional.of(new Target(folder, namespace));
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }
}
