package dev.seaworthy.project;

import dev.seaworthy.graph.Customization;
import dev.seaworthy.graph.Layout;
import dev.seaworthy.graph.Placement;
import dev.seaworthy.manifest.FileRole;
import dev.seaworthy.manifest.Node;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells what files are by what stands beside them: kustomizations in the folders of the input and in
 * those above, up to the root of the repository, and descriptions of Helm charts. Safe for use by
 * several threads.
 */
public final class FileRoles {

  private static final List<String> KLUCTL = List.of(".kluctl.yaml", ".kluctl.yml");

  private final Kustomizations kustomizations;
  private final Customizing customizing;
  private final TestSuites testSuites = new TestSuites();
  private final Map<Path, Optional<Path>> charts = new ConcurrentHashMap<>();
  private final Map<Path, Boolean> kluctl = new ConcurrentHashMap<>();
  private final AnsibleRoles ansible = new AnsibleRoles();

  /** The absolute paths of the files by the names that they have in the input. */
  private final Map<String, Path> paths;

  private FileRoles(Kustomizations kustomizations, Map<String, Path> paths) {
    this.kustomizations = kustomizations;
    this.paths = paths;
    this.customizing = new Customizing(kustomizations, new FluxTargets(paths.values()));
  }

  /** Reads the kustomizations that may speak of {@code sources}. */
  public static FileRoles of(List<InputSource> sources) {
    Kustomizations kustomizations = new Kustomizations();
    Map<String, Path> paths = new HashMap<>();
    Set<Path> visited = new HashSet<>();
    for (InputSource source : sources) {
      source.path().ifPresent(path -> paths.put(source.name(), absolute(path)));
      @Nullable
      Path folder = paths.containsKey(source.name()) ? paths.get(source.name()).getParent() : null;
      while (folder != null && visited.add(folder)) {
        kustomizations.readIn(folder);
        folder = Files.exists(folder.resolve(".git")) ? null : folder.getParent();
      }
    }
    OverlaySearch.extend(kustomizations);
    return new FileRoles(kustomizations, paths);
  }

  private static Path absolute(Path file) {
    return file.toAbsolutePath().normalize();
  }

  /** What {@code source} is; texts that are no files have no neighbours. */
  public FileRole roleOf(InputSource source) {
    return source.path().isPresent() ? roleOf(absolute(source.path().get())) : FileRole.MANIFEST;
  }

  /** What stands beside {@code object} of {@code source}, and what becomes of it. */
  public Placement placementOf(InputSource source, Node object) {
    return source
        .path()
        .map(FileRoles::absolute)
        .map(file -> placementOf(file, source.name(), object))
        .orElse(Placement.ALONE);
  }

  private Placement placementOf(Path file, String name, Node object) {
    Placement placement = placementOf(file, object);
    return placement.customization().isPatched()
        ? customizing
            .outermostOf(file)
            .map(folder -> placement.madeBy(InputNames.seenFrom(file, name, folder)))
            .orElse(placement)
        : placement;
  }

  private Placement placementOf(Path file, Node object) {
    List<Kustomization> listing = kustomizations.listing(file);
    if (listing.isEmpty()) {
      return Optional.ofNullable(file.getParent())
          .flatMap(kustomizations::in)
          .map(beside -> new Placement("", true, false, customizing.ofUnlisted(beside)))
          .orElseGet(() -> alone(customizing.ofUnlisted(file, object)));
    }
    return new Placement(
        listing.get(0).file().toString(), true, false, customizing.of(file, object));
  }

  private static Placement alone(Customization changes) {
    return changes == Customization.NONE
        ? Placement.ALONE
        : new Placement("", false, false, changes);
  }

  /**
   * Whether {@code source} may be a patch that no kustomization lists: it lies among kustomizations, or
   * is called so, or a test applies it over what an operator has made. Those that only a README shows
   * lie anywhere.
   */
  public boolean isUnlisted(InputSource source) {
    return source
        .path()
        .map(FileRoles::absolute)
        .filter(file -> kustomizations.listing(file).isEmpty()
            && (isAmidKustomizations(file) || PatchNames.mean(file) || testSuites.isStep(file)))
        .isPresent();
  }

  /**
   * Whether a file beside {@code source}, or in the folder above it, that kustomizations list has
   * another object of the kind and name of {@code object}, which then is for that one.
   */
  public boolean hasWholeAbove(InputSource source, Node object) {
    String kind = object.get("kind").text();
    String name = object.at("metadata", "name").text();
    @Nullable
    Path beside = source.path().map(file -> absolute(file).getParent()).orElse(null);
    @Nullable Path above = beside == null ? null : beside.getParent();
    return !name.isEmpty()
        && Stream.of(Optional.ofNullable(beside), Optional.ofNullable(above))
            .flatMap(Optional::stream)
            .anyMatch(folder -> kustomizations.haveListed(folder, kind, name));
  }

  /** Whether another kustomization is made of that in {@code folder}, an absolute path. */
  boolean isMadeInto(Path folder) {
    return !kustomizations.listing(folder).isEmpty();
  }

  /** Whether the kustomization of {@code folder} leads back to itself. */
  boolean isMadeOfItself(Path folder) {
    return kustomizations.leadsBackTo(folder);
  }

  /** Whether the kustomization of {@code folder} has anything that is for objects which must be there. */
  boolean changesNamed(Path folder) {
    return kustomizations.in(folder).filter(Kustomization::changesNamed).isPresent();
  }

  /** How the files hang together. */
  public Layout layout() {
    ProjectUnits units = new ProjectUnits(kustomizations, paths);
    return new Layout(
        units, units.incomplete(), kustomizations.generated(), List.of(), new WordsOfFiles(paths));
  }

  private FileRole roleOf(Path file) {
    Optional<FileRole> told = kustomizations.roleOf(file);
    if (told.isPresent()) {
      return told.get();
    }
    if (isUnusedPatch(file)) {
      return FileRole.UNUSED_PATCH;
    }
    if (testSuites.isExpectation(file)) {
      return FileRole.TEST_EXPECTATION;
    }
    Optional<Path> chart = chartAbove(file.getParent());
    if (chart.isPresent()) {
      return roleIn(chart.get(), file);
    }
    if (isOfKluctl(file.getParent())) {
      return FileRole.CHART_TEMPLATE;
    }
    return ansible.isTemplate(file) ? FileRole.ROLE_TEMPLATE : FileRole.MANIFEST;
  }

  /** What a kustomization could list but does not, as scaffolds write it for later. */
  private boolean isUnusedPatch(Path file) {
    return PatchNames.mean(file)
        && kustomizations.listing(file).isEmpty()
        && (PatchNames.meanFolderOf(file) || isAmidKustomizations(file));
  }

  private boolean isAmidKustomizations(Path file) {
    @Nullable Path folder = file.getParent();
    return folder != null
        && (kustomizations.isKustomization(folder)
            || folder.getParent() != null && kustomizations.isKustomization(folder.getParent()));
  }

  /** Helm fills in what lies in {@code templates}, and installs what lies in {@code crds} as it is. */
  private static FileRole roleIn(Path chart, Path file) {
    return switch (chart.relativize(file).getName(0).toString()) {
      case "templates" -> FileRole.CHART_TEMPLATE;
      case "crds" -> FileRole.MANIFEST;
      default -> FileRole.CHART_FILE;
    };
  }

  /** Kluctl fills in all files of its project. */
  private boolean isOfKluctl(@Nullable Path folder) {
    if (folder == null) {
      return false;
    }
    Boolean known = kluctl.get(folder);
    if (known == null) {
      known = KLUCTL.stream().anyMatch(name -> Files.isRegularFile(folder.resolve(name)))
          || !Files.exists(folder.resolve(".git")) && isOfKluctl(folder.getParent());
      kluctl.put(folder, known);
    }
    return known;
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
