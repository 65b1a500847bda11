package dev.seaworthy.project;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.project.kustomize.Built;
import dev.seaworthy.project.kustomize.BuiltObject;
import dev.seaworthy.project.kustomize.FileTexts;
import dev.seaworthy.project.kustomize.KustomizationFile;
import dev.seaworthy.project.kustomize.KustomizeBuilds;
import dev.seaworthy.project.kustomize.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An input whose kustomizations are built: a file that one of them is made of holds what the cluster
 * gets of it, in place of what is written there. Built are those that no other one in the input is made
 * of; components are parts. Of several that make other editions of the same objects out of the same
 * files, as overlays do, the first is built, for one cluster can have but one.
 */
public final class KustomizedInput {

  /** The code for what kustomize does not build. */
  public static final String REFUSED = "kustomization-refused";

  /** The code for what a built kustomization lacks here. */
  public static final String LACKING = "kustomization-lacking";

  private final ProjectFiles files;
  private final InputNames names = new InputNames();
  private final KustomizeReport report = new KustomizeReport(names);
  private final Map<Path, Built> builds = new LinkedHashMap<>();
  private final Map<Path, List<Mapping>> objects = new LinkedHashMap<>();
  private final Map<ObjectKey, Taken> taken = new HashMap<>();
  private final Map<String, List<Mapping>> byName = new HashMap<>();
  private final Set<String> playedNames = new HashSet<>();
  private final Set<String> toldNames = new HashSet<>();
  private final Map<String, Location> namespaces = new HashMap<>();
  private final Set<Path> played = new LinkedHashSet<>();
  private final Set<String> open = new LinkedHashSet<>();
  private final Set<String> unlisted = new LinkedHashSet<>();

  private KustomizedInput(ProjectFiles files) {
    this.files = files;
  }

  /** {@code sources}, of which {@code roles} tells what else in the project is made of them. */
  public static KustomizedInput of(
      List<InputSource> sources, ProjectFiles files, FileRoles roles, ApiCatalog catalog) {
    KustomizedInput input = new KustomizedInput(files);
    for (InputSource source : sources) {
      files.pathOf(source).ifPresent(path -> input.names.putFile(path, source.name()));
    }
    try (FileTexts texts = files.texts()) {
      KustomizeBuilds builder =
          new KustomizeBuilds(texts, catalog, new FluxSources(sources, files));
      for (InputSource source : sources) {
        files.pathOf(source).ifPresent(path -> input.build(path, source.name(), builder));
      }
    }
    input.choose(roles);
    input.leaveOutUnlisted();
    input.objects.forEach((path, made) -> input.byName.put(input.names.of(path), made));
    input.played.forEach(path -> input.playedNames.add(input.names.of(path)));
    return input;
  }

  private void build(Path file, String name, KustomizeBuilds builder) {
    Path folder = file.getParent();
    if (folder != null && KustomizationFile.isNamedSo(file)) {
      builder.of(folder).ifPresent(built -> {
        builds.put(folder, built);
        names.putFolderOf(folder, name);
      });
    }
  }

  private void choose(FileRoles roles) {
    Set<Path> parts = partsOfOthers();
    Set<Path> circles = lonelyCircles(parts);
    builds.forEach((folder, built) -> {
      if (circles.contains(folder)) {
        take(folder, built, roles.isMadeInto(folder));
        return;
      }
      boolean isPart = parts.contains(folder);
      Optional<Path> edition =
          built.isComponent() || isPart ? Optional.empty() : playedEdition(built);
      if (built.isComponent() && !isPart) {
        report.addComponent(folder);
      }
      edition.ifPresent(played -> report.addEdition(folder, played));
      if (built.isComponent() && !isPart || edition.isPresent()) {
        built.files().stream()
            .filter(KustomizationFile::isNamedSo)
            .forEach(file -> toldNames.add(names.of(file)));
      }
      if (built.isComponent() || isPart || edition.isPresent()) {
        built.files().forEach(file -> objects.putIfAbsent(file, new ArrayList<>()));
      } else {
        take(folder, built, roles.isMadeInto(folder));
      }
    });
  }

  /** The folders whose kustomizations another one is made of, too. */
  private Set<Path> partsOfOthers() {
    Set<Path> parts = new HashSet<>();
    builds.forEach((folder, built) ->
        foldersOf(built).filter(named -> !named.equals(folder)).forEach(parts::add));
    return parts;
  }

  /** The folders of the kustomizations that were read for it. */
  private static Stream<Path> foldersOf(Built built) {
    return built.files().stream()
        .filter(KustomizationFile::isNamedSo)
        .flatMap(file -> Stream.ofNullable(file.getParent()));
  }

  /** One folder of each circle that nothing is made of but its own kustomizations: all are parts there. */
  private Set<Path> lonelyCircles(Set<Path> parts) {
    Set<Path> told = new HashSet<>();
    builds.forEach((folder, built) -> {
      if (!parts.contains(folder) && !built.isComponent()) {
        foldersOf(built).forEach(told::add);
      }
    });
    Set<Path> circles = new HashSet<>();
    builds.forEach((folder, built) -> {
      boolean isCircle = built.refusal().filter(KustomizedInput::isCircle).isPresent();
      if (isCircle && !told.contains(folder)) {
        circles.add(folder);
        foldersOf(built).forEach(told::add);
      }
    });
    return circles;
  }

  private static boolean isCircle(Refusal refusal) {
    return refusal.cause() == Refusal.Cause.CIRCLE;
  }

  private static ObjectKey keyOf(BuiltObject object) {
    return ObjectKey.of(new Resource(object.root()));
  }

  /** An object with the kustomization that makes it. */
  private record Taken(BuiltObject object, Path folder) {}

  /** The kustomization that makes other objects of these names out of the same files, if one does. */
  private Optional<Path> playedEdition(Built built) {
    return built.objects().stream()
        .flatMap(object -> Optional.ofNullable(taken.get(keyOf(object)))
            .filter(other -> other.object().file().equals(object.file())
                && !other.object().root().sameAs(object.root()))
            .stream())
        .findFirst()
        .map(Taken::folder);
  }

  private void take(Path folder, Built built, boolean isOpen) {
    built.files().forEach(file -> objects.computeIfAbsent(file, any -> new ArrayList<>()));
    played.addAll(built.files());
    for (BuiltObject object : built.objects()) {
      taken.putIfAbsent(keyOf(object), new Taken(object, folder));
      objects.computeIfAbsent(object.file(), any -> new ArrayList<>()).add(object.root());
      if (isOpen) {
        open.add(names.of(object.file()));
      }
    }
    built
        .namespaces()
        .forEach(
            given -> namespaces.put(given.name(), names.locationOf(given.file(), given.place())));
    built.gaps().forEach(report::add);
    built.refusal().ifPresent(report::add);
  }

  /** What lies beside or below a kustomization, and is no part of it, is not what it applies. */
  private void leaveOutUnlisted() {
    names.forEachFile((path, name) -> {
      Built beside = nearest(path.getParent());
      if (beside != null && !objects.containsKey(path)) {
        objects.put(path, new ArrayList<>());
        // What a kustomization lists that can't be read is not known.
        if (beside.refusal().isEmpty()) {
          unlisted.add(name);
        }
      }
    });
  }

  /** The kustomization of {@code folder}, or of the nearest one around it that has one. */
  private @Nullable Built nearest(@Nullable Path folder) {
    for (Path near = folder; near != null; near = near.getParent()) {
      Built built = builds.get(near);
      if (built != null) {
        return built;
      }
    }
    return null;
  }

  /** Whether it lies beside, or below, a kustomization that does not list it. */
  public boolean isUnlisted(String name) {
    return unlisted.contains(name);
  }

  /** What the cluster gets of a file of the input; empty if that is what is written there. */
  public Optional<List<Mapping>> objectsOf(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The files that a cluster gets otherwise than they are written, in the order of the builds. */
  public List<String> builtFiles() {
    return objects.keySet().stream().map(names::of).toList();
  }

  /** Whether a kustomization that is built reads it. */
  public boolean isPlayed(String name) {
    return playedNames.contains(name);
  }

  /** Whether a kustomization that is not played reads it, of which the summary tells. */
  public boolean isTold(String name) {
    return toldNames.contains(name);
  }

  /** Where a kustomization puts an object of the file {@code name} into {@code namespace}. */
  public Optional<Location> placeOfNamespace(String name, String namespace) {
    return isPlayed(name) ? Optional.ofNullable(namespaces.get(namespace)) : Optional.empty();
  }

  /** Whether kustomizations out of the input are made of what {@code name} holds. */
  public boolean isOpen(String name) {
    return open.contains(name);
  }

  /** Files out of the input that what is built is made of. */
  public List<InputSource> filesBeside() {
    return objects.entrySet().stream()
        .filter(entry -> !names.hasFile(entry.getKey()) && !entry.getValue().isEmpty())
        .map(entry -> sourceOf(entry.getKey()))
        .toList();
  }

  private InputSource sourceOf(Path file) {
    return new InputSource(names.of(file), Optional.of(file), limit -> {
      byte[] text = textOf(file);
      return text.length > limit ? Arrays.copyOf(text, limit) : text;
    });
  }

  private byte[] textOf(Path file) {
    try (FileTexts texts = files.texts()) {
      return texts.read(file).orElse(new byte[0]);
    }
  }

  public List<Diagnostic> problems() {
    return report.problems();
  }

  /** What a summary has to say first if a change to {@code after} is played over this input. */
  public List<String> sentencesOfBefore(KustomizedInput after) {
    return report.sentencesOfBefore(!after.report.hasUnbuilt());
  }

  /** The problems of what was there before a change: whatever is wrong in it is not so any more. */
  public List<Diagnostic> problemsOfBefore() {
    return report.problems().stream()
        .map(problem ->
            problem.severity() == Severity.ERROR ? problem.withSeverity(Severity.INFO) : problem)
        .toList();
  }

  /** Whether there is a kustomization that is in order and not played, of which the summary tells. */
  public boolean leavesOut() {
    return report.leavesOut();
  }

  /** What a summary has to say first. */
  public List<String> sentences() {
    return report.sentences();
  }
}
