package dev.seaworthy.project;

import dev.seaworthy.graph.Layout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out how the files of an input hang together, by the kustomizations and charts around them. */
public final class ProjectLayout {

  private ProjectLayout() {}

  /** Reads the kustomizations that may speak of {@code sources}. */
  public static Layout of(List<InputSource> sources) {
    KustomizationTree kustomizations = new KustomizationTree();
    Map<String, Path> paths = new HashMap<>();
    Set<Path> visited = new HashSet<>();
    for (InputSource source : sources) {
      @Nullable Path file = source.path().map(ProjectLayout::absolute).orElse(null);
      if (file != null) {
        paths.put(source.name(), file);
        readAbove(file.getParent(), kustomizations, visited);
      }
    }
    return new Layout(
        new ProjectUnits(kustomizations, paths), kustomizations.generated(), List.of());
  }

  private static void readAbove(
      @Nullable Path start, KustomizationTree kustomizations, Set<Path> visited) {
    @Nullable Path folder = start;
    while (folder != null && visited.add(folder)) {
      kustomizations.readIn(folder);
      folder = Files.exists(folder.resolve(".git")) ? null : folder.getParent();
    }
  }

  private static Path absolute(Path file) {
    return file.toAbsolutePath().normalize();
  }
}
