package dev.seaworthy.project;

import dev.seaworthy.project.kustomize.KustomizationFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what belongs together with files that are named one by one: everything below the nearest
 * folder with a kustomization, within the git repository; where there is none, the file's own folder.
 */
public final class Neighbours {

  /** More than this is not looked at: whoever asks about one file must not wait for thousands. */
  static final int MOST_FILES = 1_000;

  static final long MOST_BYTES = 16L << 20;

  private Neighbours() {}

  /** A folder that is looked at; {@code deep} with those below it. */
  private record Unit(Path folder, boolean deep) {}

  /**
   * The neighbours of those {@code arguments} that are files.
   *
   * @param taken the input's own files
   */
  public static List<Surroundings> of(List<String> arguments, List<InputSource> taken) {
    Map<Path, Unit> units = new LinkedHashMap<>();
    for (String argument : arguments) {
      @Nullable Path file = fileOf(argument);
      if (file != null) {
        Unit unit = unitOf(file);
        units.putIfAbsent(unit.folder().toAbsolutePath().normalize(), unit);
      }
    }
    Set<Path> seen = new HashSet<>();
    if (!units.isEmpty()) {
      taken.forEach(source -> seen.add(Path.of(source.name()).toAbsolutePath().normalize()));
    }
    List<Surroundings> found = new ArrayList<>();
    units.values().forEach(unit -> found.add(lookAt(unit, seen)));
    return found;
  }

  private static @Nullable Path fileOf(String argument) {
    try {
      Path path = Path.of(argument);
      return Files.isRegularFile(path) ? path : null;
    } catch (InvalidPathException pattern) {
      return null;
    }
  }

  /** Above the file's own folder only a git repository tells how far to look. */
  private static Unit unitOf(Path file) {
    @Nullable Path own = file.toAbsolutePath().normalize().getParent();
    @Nullable Path nearest = null;
    @Nullable Path folder = own;
    while (folder != null && !Files.exists(folder.resolve(".git"))) {
      nearest = nearest == null && hasKustomization(folder) ? folder : nearest;
      folder = folder.getParent();
    }
    if (folder != null && nearest == null && hasKustomization(folder)) {
      nearest = folder;
    }
    boolean known = nearest != null && (folder != null || nearest.equals(own));
    return known ? new Unit(asWritten(nearest, file), true) : new Unit(asWritten(own, file), false);
  }

  private static boolean hasKustomization(Path folder) {
    return KustomizationFile.NAMES.stream()
        .anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
  }

  /** A path that a person reads as they read the one that they wrote. */
  private static Path asWritten(@Nullable Path folder, Path file) {
    if (folder == null || file.isAbsolute()) {
      return folder == null ? Path.of("/") : folder;
    }
    return Path.of("").toAbsolutePath().relativize(folder);
  }

  private static Surroundings lookAt(Unit unit, Set<Path> seen) {
    List<InputSource> found = new ArrayList<>();
    FolderWalk walk = new FolderWalk(
        source -> {
          if (seen.add(Path.of(source.name()).toAbsolutePath().normalize())) {
            found.add(source);
          }
        },
        problem -> {},
        passedOver -> {},
        new FolderWalk.Reach(unit.deep(), MOST_FILES));
    walk.walk(unit.folder(), InputDiscovery::isManifest);
    String where = InputSource.nameOf(unit.folder());
    boolean complete = !walk.isAtItsEnd() && bytes(found) <= MOST_BYTES;
    return new Surroundings(
        where.isEmpty() ? "this folder" : where, complete ? found : List.of(), complete);
  }

  /** What is gone in between is told when it is read. */
  private static long bytes(List<InputSource> sources) {
    long sum = 0;
    for (InputSource source : sources) {
      try {
        sum += Files.size(Path.of(source.name()));
      } catch (IOException gone) {
        return sum;
      }
    }
    return sum;
  }
}
