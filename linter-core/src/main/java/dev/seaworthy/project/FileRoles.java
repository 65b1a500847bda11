package dev.seaworthy.project;

import dev.seaworthy.manifest.FileRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells what files are by what stands beside them: kustomizations in the folders of the input and in
 * those above, up to the root of the repository, and descriptions of Helm charts. Safe for use by
 * several threads.
 */
public final class FileRoles {

  private final Kustomizations kustomizations;
  private final Map<Path, Optional<Path>> charts = new ConcurrentHashMap<>();

  private FileRoles(Kustomizations kustomizations) {
    this.kustomizations = kustomizations;
  }

  /** Reads the kustomizations that may speak of {@code sources}. */
  public static FileRoles of(List<InputSource> sources) {
    Kustomizations kustomizations = new Kustomizations();
    Set<Path> visited = new HashSet<>();
    for (InputSource source : sources) {
      @Nullable
      Path folder = source.path().map(FileRoles::absolute).map(Path::getParent).orElse(null);
      while (folder != null && visited.add(folder)) {
        kustomizations.readIn(folder);
        folder = Files.exists(folder.resolve(".git")) ? null : folder.getParent();
      }
    }
    return new FileRoles(kustomizations);
  }

  private static Path absolute(Path file) {
    return file.toAbsolutePath().normalize();
  }

  /** What {@code source} is; texts that are no files have no neighbours. */
  public FileRole roleOf(InputSource source) {
    return source.path().map(FileRoles::absolute).map(this::roleOf).orElse(FileRole.MANIFEST);
  }

  private FileRole roleOf(Path file) {
    return kustomizations
        .roleOf(file)
        .or(() -> chartAbove(file.getParent()).map(chart -> roleIn(chart, file)))
        .orElse(FileRole.MANIFEST);
  }

  /** Helm fills in what lies in {@code templates}, and installs what lies in {@code crds} as it is. */
  private static FileRole roleIn(Path chart, Path file) {
    return switch (chart.relativize(file).getName(0).toString()) {
      case "templates" -> FileRole.CHART_TEMPLATE;
      case "crds" -> FileRole.MANIFEST;
      default -> FileRole.CHART_FILE;
    };
  }

  private Optional<Path> chartAbove(@Nullable Path folder) {
    if (folder == null) {
      return Optional.empty();
    }
    Optional<Path> known = charts.get(folder);
    if (known != null) {
      return known;
    }
    Optional<Path> found = Files.isRegularFile(folder.resolve("Chart.yaml"))
        ? Optional.of(folder)
        : Files.exists(folder.resolve(".git")) ? Optional.empty() : chartAbove(folder.getParent());
    charts.put(folder, found);
    return found;
  }
}
