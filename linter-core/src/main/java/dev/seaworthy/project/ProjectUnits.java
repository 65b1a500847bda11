package dev.seaworthy.project;

import dev.seaworthy.graph.Unit;
import dev.seaworthy.graph.Units;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is applied together, as the files on disk tell. A kustomization is one unit with all that it
 * alone names; what several name, as a base of two overlays, is a unit of its own that each of them
 * sees. A chart is one unit, its own charts included, and installed by itself; folders in it that
 * Helm takes no objects from, as of examples, are no part of it. Any other folder is a unit, with
 * those in it that are called after kinds. All but charts see the folders above them that are no
 * charts, up to the root of the repository.
 */
final class ProjectUnits implements Units {

  private static final String CHART = "Chart.yaml";

  /** What Helm installs of a chart. */
  private static final Set<Path> CHART_PARTS =
      Set.of(Path.of("templates"), Path.of("crds"), Path.of("charts"));

  private final Kustomizations kustomizations;
  private final Map<String, Path> paths;
  private final KindFolders kindFolders;
  private final Map<Path, Path> units = new ConcurrentHashMap<>();
  private final Map<Path, List<Unit>> seen = new ConcurrentHashMap<>();

  /** The same by the names of files, for questions that come often. */
  private final Map<String, List<Unit>> seenByFile = new ConcurrentHashMap<>();

  private final Map<Path, Optional<Path>> charts = new ConcurrentHashMap<>();

  /**
   * @param paths the absolute paths of files by the names that they have in the input; others are
   *     known by their names alone
   */
  ProjectUnits(Kustomizations kustomizations, Map<String, Path> paths) {
    this.kustomizations = kustomizations;
    this.paths = paths;
    this.kindFolders = new KindFolders(paths.values());
  }

  @Override
  public List<Unit> seenFrom(String file) {
    List<Unit> known = seenByFile.get(file);
    if (known == null) {
      known = seenFromFile(file);
      seenByFile.put(file, known);
    }
    return known;
  }

  private List<Unit> seenFromFile(String file) {
    Path path = paths.get(file);
    return path == null
        ? Units.FOLDERS.seenFrom(file)
        : seen.computeIfAbsent(unitOf(path), this::seenFromUnit);
  }

  /**
   * The units of kustomizations that are made of what is not on this disk, too, and of all that
   * these are made of: a base is applied with whatever its overlay adds.
   */
  Set<Unit> incomplete() {
    Set<Unit> incomplete = new HashSet<>();
    for (Kustomization each : kustomizations.all()) {
      if (each.hasPartsElsewhere()) {
        incomplete.add(new Unit(outermost(each.folder()).toString()));
        namedFrom(each.folder()).forEach(unit -> incomplete.add(new Unit(unit.toString())));
      }
    }
    return Set.copyOf(incomplete);
  }

  private Path unitOf(Path file) {
    Path known = units.get(file);
    if (known == null) {
      known = find(file);
      units.put(file, known);
    }
    return known;
  }

  private Path find(Path file) {
    @Nullable Path folder = file.getParent();
    if (folder == null) {
      return file;
    }
    Set<Path> naming = kustomizations.naming(file);
    if (naming.size() == 1) {
      return outermost(naming.iterator().next());
    }
    Optional<Path> chart = chartAbove(folder);
    return chart.orElseGet(() ->
        outermost(kustomizations.isKustomization(folder) ? folder : kindFolders.wholeOf(folder)));
  }

  /** The kustomization that names the folder, and alone; and so on. */
  private Path outermost(Path folder) {
    Path unit = folder;
    Set<Path> passed = new HashSet<>();
    while (passed.add(unit) && kustomizations.naming(unit).size() == 1) {
      unit = kustomizations.naming(unit).iterator().next();
    }
    return unit;
  }

  /** The outermost chart that the folder is, or is a part of. */
  private Optional<Path> chartAbove(@Nullable Path folder) {
    if (folder == null) {
      return Optional.empty();
    }
    Optional<Path> known = charts.get(folder);
    if (known != null) {
      return known;
    }
    boolean root = Files.exists(folder.resolve(".git"));
    Optional<Path> above =
        root ? Optional.empty() : chartAbove(folder.getParent()).filter(chart -> isPart(folder));
    Optional<Path> found = above.isEmpty() && hasChart(folder) ? Optional.of(folder) : above;
    charts.put(folder, found);
    return found;
  }

  /** Whether a folder of a chart, or of a part of it, is a part as well. */
  private static boolean isPart(Path folder) {
    @Nullable Path parent = folder.getParent();
    return parent == null || !hasChart(parent) || CHART_PARTS.contains(folder.getFileName());
  }

  private static boolean hasChart(Path folder) {
    return Files.isRegularFile(folder.resolve(CHART));
  }

  private boolean isChart(Path unit) {
    return chartAbove(unit).filter(unit::equals).isPresent();
  }

  private List<Unit> seenFromUnit(Path unit) {
    Set<Path> around = new LinkedHashSet<>();
    around.add(unit);
    around.addAll(namedFrom(unit));
    @Nullable Path folder = isChart(unit) ? null : unit;
    while (folder != null) {
      if (!isChart(folder)) {
        around.add(outermost(folder));
      }
      folder = Files.exists(folder.resolve(".git")) ? null : folder.getParent();
    }
    List<Unit> names = new ArrayList<>(around.size());
    around.forEach(path -> names.add(new Unit(path.toString())));
    return List.copyOf(names);
  }

  /** The units of all that the kustomization names, of what these name, and so on. */
  private Set<Path> namedFrom(Path kustomization) {
    Set<Path> found = new LinkedHashSet<>();
    Set<Path> asked = new HashSet<>();
    Deque<Path> open = new ArrayDeque<>();
    open.addLast(kustomization);
    while (!open.isEmpty()) {
      Path next = open.removeFirst();
      if (asked.add(next)) {
        for (Path named : kustomizations.namedBy(next)) {
          boolean folder = kustomizations.isKustomization(named);
          found.add(folder ? outermost(named) : unitOf(named));
          if (folder) {
            open.addLast(named);
          }
        }
      }
    }
    return found;
  }
}
