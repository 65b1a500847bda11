package dev.seaworthy.project;

import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.project.kustomize.WiderReach;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The repositories that Flux applies folders of: its kustomize-controller builds without kustomize's
 * restriction to the folder of a kustomization, from all files of the source, and from none outside.
 * A repository is known by a Kustomization of Flux' own in it, whose {@code spec.path} is a folder there.
 * Looked for only when a file outside is named: among the files of the input first, then in the
 * repository around the kustomization.
 */
final class FluxSources implements WiderReach {

  private static final String GROUP = "kustomize.toolkit.fluxcd.io/";

  /** Whoever asks about one file must not wait for a whole disk. */
  private static final int MOST_FILES = 3_000;

  private final QuietReader reader = new QuietReader();
  private final List<InputSource> sources;
  private final ProjectFiles files;
  private final Map<Path, Boolean> repositories = new HashMap<>();
  private @Nullable Set<Path> rootsOfInput;

  FluxSources(List<InputSource> sources, ProjectFiles files) {
    this.sources = sources;
    this.files = files;
  }

  @Override
  public Optional<Path> rootFor(Path folder) {
    Optional<Path> root = rootsOfInput().stream().filter(folder::startsWith).findFirst();
    return root.or(() -> Optional.ofNullable(IgnoreRules.repositoryOf(folder))
        .filter(around -> repositories.computeIfAbsent(around, this::isApplied)));
  }

  private Set<Path> rootsOfInput() {
    Set<Path> known = rootsOfInput;
    if (known == null) {
      known = new HashSet<>();
      List<Path> all =
          sources.stream().flatMap(source -> files.pathOf(source).stream()).toList();
      for (InputSource source : sources) {
        Optional<Path> path = files.pathOf(source);
        if (path.isPresent()) {
          for (Path applied : appliedBy(source)) {
            rootAbove(path.get(), applied, all).ifPresent(known::add);
          }
        }
      }
      rootsOfInput = known;
    }
    return known;
  }

  /**
   * The nearest folder around {@code file} that has a folder {@code applied}, and does not lie above the
   * repository. Outside of any nobody knows where the source ends, and a stranger's file must not open
   * a disk.
   */
  private static Optional<Path> rootAbove(Path file, Path applied, List<Path> all) {
    @Nullable Path repository = IgnoreRules.repositoryOf(file);
    if (repository == null || applied.toString().isEmpty()) {
      return Optional.ofNullable(repository);
    }
    for (Path above = file.getParent();
        above != null && above.startsWith(repository);
        above = above.getParent()) {
      Path folder = above.resolve(applied);
      if (all.stream().anyMatch(each -> each.startsWith(folder))) {
        return Optional.of(above);
      }
    }
    return Optional.empty();
  }

  private boolean isApplied(Path repository) {
    List<InputSource> found = new ArrayList<>();
    new FolderWalk(found::add, none -> {}, none -> {}, new FolderWalk.Reach(true, MOST_FILES))
        .walk(repository, FluxSources::isYaml);
    return found.stream()
        .flatMap(source -> appliedBy(source).stream())
        .anyMatch(applied -> Files.isDirectory(repository.resolve(applied)));
  }

  private static boolean isYaml(Path file) {
    return file.toString().endsWith(".yaml") || file.toString().endsWith(".yml");
  }

  /** The folders that Kustomizations of {@code source} name, from the root of a repository. */
  private List<Path> appliedBy(InputSource source) {
    List<Path> paths = new ArrayList<>();
    for (Document document : reader.documentsWith(GROUP, source)) {
      Node root = document.root();
      if (root.get("apiVersion").text().startsWith(GROUP)
          && root.get("kind").text().equals("Kustomization")) {
        add(root.at("spec", "path").text(), paths);
      }
    }
    return paths;
  }

  private static void add(String written, List<Path> paths) {
    try {
      paths.add(Path.of(written.replaceFirst("^/+", "")).normalize());
    } catch (InvalidPathException none) {
      // Flux finds no such folder, either.
      return;
    }
  }
}
