package dev.seaworthy.project;

import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.FileRole;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What kustomizations make of the files that they list, by their paths. */
final class Kustomizations {

  private static final List<String> NAMES =
      List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  private final ManifestReader reader = new ManifestReader();
  private final Map<Path, FileRole> roles = new HashMap<>();
  private final Set<Path> resources = new HashSet<>();
  private final Set<Path> seen = new HashSet<>();

  /** Reads the kustomization of {@code folder}, an absolute path, if it has one. */
  void readIn(Path folder) {
    for (String name : NAMES) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file) && seen.add(file)) {
        read(file, folder);
      }
    }
  }

  private void read(Path file, Path folder) {
    try {
      byte[] text = Files.readAllBytes(file);
      for (Document document : reader.readValues(file.toString(), text).documents()) {
        new Listing(folder).add(document.root());
      }
    } catch (IOException unreadable) {
      // Whoever judges the file tells of it.
      seen.add(file);
    }
  }

  /** What {@code file}, an absolute path, is for those that list it; a resource is nothing else. */
  Optional<FileRole> roleOf(Path file) {
    return resources.contains(file) ? Optional.empty() : Optional.ofNullable(roles.get(file));
  }

  /** The files that one kustomization lists. */
  private final class Listing {

    private final Path folder;

    Listing(Path folder) {
      this.folder = folder;
    }

    void add(Node root) {
      texts(root.get("resources"), null);
      texts(root.get("bases"), null);
      texts(root.get("patchesStrategicMerge"), FileRole.PATCH);
      paths(root.get("patches"), FileRole.PATCH);
      paths(root.get("patchesJson6902"), FileRole.PATCH);
      paths(root.get("replacements"), FileRole.KUSTOMIZE_INPUT);
      for (String field : List.of("generators", "transformers", "validators", "configurations")) {
        texts(root.get(field), FileRole.KUSTOMIZE_INPUT);
      }
      texts(root.get("crds"), FileRole.KUSTOMIZE_INPUT);
      list(root.at("openapi", "path"), FileRole.KUSTOMIZE_INPUT);
      generators(root.get("configMapGenerator"));
      generators(root.get("secretGenerator"));
      for (Node chart : root.get("helmCharts").items()) {
        list(chart.get("valuesFile"), FileRole.CHART_FILE);
        texts(chart.get("additionalValuesFiles"), FileRole.CHART_FILE);
      }
    }

    private void generators(Node generators) {
      for (Node generator : generators.items()) {
        for (Node file : generator.get("files").items()) {
          String named = file.stringOr("");
          list(named.substring(named.indexOf('=') + 1), FileRole.GENERATOR_INPUT);
        }
      }
    }

    private void paths(Node list, FileRole role) {
      list.items().forEach(item -> list(item.get("path"), role));
    }

    private void texts(Node list, @Nullable FileRole role) {
      list.items().forEach(item -> list(item, role));
    }

    private void list(Node path, @Nullable FileRole role) {
      list(path.stringOr(""), role);
    }

    /** Texts of several lines are no paths but what a file would hold. */
    private void list(String path, @Nullable FileRole role) {
      if (path.isEmpty() || path.indexOf('\n') >= 0) {
        return;
      }
      try {
        Path file = folder.resolve(path).normalize();
        if (role == null) {
          resources.add(file);
        } else {
          roles.putIfAbsent(file, role);
        }
      } catch (InvalidPathException noPath) {
        // A URL with odd characters, or nothing that could be a file here.
        return;
      }
    }
  }
}
