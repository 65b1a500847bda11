package dev.seaworthy.project;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Span;
import dev.seaworthy.project.kustomize.Built;
import dev.seaworthy.project.kustomize.BuiltObject;
import dev.seaworthy.project.kustomize.Gap;
import dev.seaworthy.project.kustomize.KustomizeBuild;
import dev.seaworthy.project.kustomize.Refusal;
import java.io.File;
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
import java.util.stream.Collectors;

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

  /** More than these are counted. */
  private static final int MOST = 3;

  private final ProjectFiles files;
  private final Map<Path, String> names = new HashMap<>();
  private final Map<Path, Built> builds = new LinkedHashMap<>();
  private final Map<Path, String> folders = new LinkedHashMap<>();
  private final Map<Path, List<Mapping>> objects = new LinkedHashMap<>();
  private final Map<ObjectKey, Taken> taken = new HashMap<>();
  private final Map<String, List<Mapping>> byName = new HashMap<>();
  private final Set<String> playedNames = new HashSet<>();
  private final Map<String, Location> namespaces = new HashMap<>();
  private final Set<Path> played = new LinkedHashSet<>();
  private final Set<String> open = new LinkedHashSet<>();
  private final Set<String> unlisted = new LinkedHashSet<>();
  private final List<Diagnostic> problems = new ArrayList<>();
  private final Set<String> beyond = new LinkedHashSet<>();
  private final Set<String> refused = new LinkedHashSet<>();
  private final Set<String> lacking = new LinkedHashSet<>();
  private final List<String> sentences = new ArrayList<>();

  private KustomizedInput(ProjectFiles files) {
    this.files = files;
  }

  /** {@code sources}, of which {@code roles} tells what else in the project is made of them. */
  public static KustomizedInput of(
      List<InputSource> sources, ProjectFiles files, FileRoles roles, ApiCatalog catalog) {
    KustomizedInput input = new KustomizedInput(files);
    for (InputSource source : sources) {
      files.pathOf(source).ifPresent(path -> input.names.put(path, source.name()));
    }
    for (InputSource source : sources) {
      files.pathOf(source).ifPresent(path -> input.build(path, source.name(), catalog));
    }
    input.choose(roles);
    input.leaveOutUnlisted();
    input.objects.forEach((path, made) -> input.byName.put(input.nameOf(path), made));
    input.played.forEach(path -> input.playedNames.add(input.nameOf(path)));
    return input;
  }

  private void build(Path file, String name, ApiCatalog catalog) {
    Path folder = file.getParent();
    if (folder != null && Kustomizations.NAMES.contains(String.valueOf(file.getFileName()))) {
      KustomizeBuild.of(folder, files.texts(), catalog).ifPresent(built -> {
        builds.put(folder, built);
        int end = name.lastIndexOf('/');
        folders.put(folder, end < 0 ? "." : name.substring(0, end));
      });
    }
  }

  private void choose(FileRoles roles) {
    List<String> editions = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    builds.forEach((folder, built) -> {
      boolean isPart = isPartOfAnother(folder);
      if (built.isComponent() && !isPart) {
        parts.add(nameOf(folder));
      }
      if (built.isComponent() || isPart) {
        built.files().forEach(file -> objects.putIfAbsent(file, new ArrayList<>()));
      } else if (playedEdition(built).isPresent()) {
        editions.add(nameOf(folder) + " (beside " + nameOf(playedEdition(built).get()) + ")");
        built.files().forEach(file -> objects.putIfAbsent(file, new ArrayList<>()));
      } else {
        take(folder, built, roles.isMadeInto(folder));
      }
    });
    tellAll("Not applied: kustomize builds nothing, as ", "; and as ", refused);
    tellAll("Not played, as these kustomizations ask for too much: ", "; ", beyond);
    tellAll("Played without ", ", ", lacking);
    tellEditions(editions);
    tellParts(parts);
  }

  private boolean isPartOfAnother(Path folder) {
    Set<Path> own = Kustomizations.NAMES.stream().map(folder::resolve).collect(Collectors.toSet());
    return builds.entrySet().stream()
        .filter(other -> !other.getKey().equals(folder))
        .anyMatch(other -> other.getValue().files().stream().anyMatch(own::contains));
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
        open.add(nameOf(object.file()));
      }
    }
    built
        .namespaces()
        .forEach(given -> namespaces.put(given.name(), locationOf(given.file(), given.place())));
    built.gaps().forEach(this::tell);
    built.refusal().ifPresent(this::tell);
  }

  private void tell(Gap gap) {
    Location place = locationOf(gap.file(), gap.place());
    if (gap.kind() == Gap.Kind.IDLE) {
      addProblem(Diagnostic.of(
          LACKING, Severity.WARNING, "no object here is the target of this patch", place));
      return;
    }
    addProblem(Diagnostic.of(
            LACKING,
            Severity.WARNING,
            "played without " + gap.what() + ", of which nobody can tell from the files alone what"
                + " kustomize makes",
            place)
        .withRemedy("Play what kustomize writes: kubectl kustomize FOLDER | seaworthy dry-run -"));
    lacking.add(gap.what() + " (" + place.inSentence() + ")");
  }

  /** What several kustomizations are made of is told once. */
  private void addProblem(Diagnostic problem) {
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }

  private void tell(Refusal refusal) {
    Location place = locationOf(refusal.file(), refusal.place());
    String what =
        refusal.isLimit() ? "this kustomization is not built: " : "kustomize builds nothing: ";
    addProblem(Diagnostic.of(REFUSED, Severity.ERROR, what + refusal.why(), place));
    (refusal.isLimit() ? beyond : refused).add(refusal.why() + " (" + place.inSentence() + ")");
  }

  private void tellAll(String before, String between, Set<String> all) {
    addSentence(sentences, before, between, all);
  }

  private static void addSentence(
      List<String> sentences, String before, String between, Set<String> all) {
    if (!all.isEmpty()) {
      int more = all.size() - MOST;
      sentences.add(before
          + all.stream().limit(more == 1 ? MOST + 1 : MOST).collect(Collectors.joining(between))
          + (more > 1 ? "; and " + more + " more" : ""));
    }
  }

  private void tellEditions(List<String> editions) {
    if (!editions.isEmpty()) {
      sentences.add("Not played, as a cluster has but one edition of an object: "
          + counted(editions) + "; seaworthy dry-run FOLDER plays another one");
    }
  }

  private static String counted(List<String> names) {
    int more = names.size() - MOST;
    return names.stream().limit(more == 1 ? MOST + 1 : MOST).collect(Collectors.joining(", "))
        + (more > 1 ? " and " + more + " more" : "");
  }

  private void tellParts(List<String> parts) {
    if (!parts.isEmpty()) {
      sentences.add("Not played, as components are parts of what lists them: " + counted(parts)
          + "; play the kustomization that lists them");
    }
  }

  /** What lies beside a kustomization, and is no part of it, is not what it applies. */
  private void leaveOutUnlisted() {
    names.forEach((path, name) -> {
      Path parent = path.getParent();
      Built beside = parent == null ? null : builds.get(parent);
      if (beside != null && !objects.containsKey(path)) {
        objects.put(path, new ArrayList<>());
        // What a kustomization lists that can't be read is not known.
        if (beside.refusal().isEmpty()) {
          unlisted.add(name);
        }
      }
    });
  }

  /** Whether it lies beside a kustomization that does not list it. */
  public boolean isUnlisted(String name) {
    return unlisted.contains(name);
  }

  private Location locationOf(Path file, Span place) {
    return place.isWritten()
        ? new Location(
            nameOf(file), place.line(), place.column(), place.endLine(), place.endColumn())
        : Location.ofFile(nameOf(file));
  }

  /** As the user would call it: by its way from a kustomization that has a name. */
  private String nameOf(Path path) {
    String known = names.get(path);
    if (known != null) {
      return known;
    }
    if (folders.containsKey(path)) {
      return folders.get(path);
    }
    return folders.entrySet().stream()
        .findFirst()
        .map(folder -> Path.of(folder.getValue())
            .resolve(folder.getKey().relativize(path))
            .normalize()
            .toString()
            .replace(File.separatorChar, '/'))
        .orElse(path.toString());
  }

  /** What the cluster gets of a file of the input; empty if that is what is written there. */
  public Optional<List<Mapping>> objectsOf(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The files that a cluster gets otherwise than they are written, in the order of the builds. */
  public List<String> builtFiles() {
    return objects.keySet().stream().map(this::nameOf).toList();
  }

  /** Whether a kustomization that is built reads it. */
  public boolean isPlayed(String name) {
    return playedNames.contains(name);
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
        .filter(entry -> !names.containsKey(entry.getKey()) && !entry.getValue().isEmpty())
        .map(entry -> sourceOf(entry.getKey()))
        .toList();
  }

  private InputSource sourceOf(Path file) {
    return new InputSource(nameOf(file), Optional.of(file), limit -> {
      byte[] text = files.texts().read(file).orElse(new byte[0]);
      return text.length > limit ? Arrays.copyOf(text, limit) : text;
    });
  }

  public List<Diagnostic> problems() {
    return List.copyOf(problems);
  }

  /** What a summary has to say first if a change is played over this input. */
  public List<String> sentencesOfBefore() {
    List<String> all = new ArrayList<>();
    Set<String> missing = new LinkedHashSet<>(refused);
    missing.addAll(beyond);
    addSentence(
        all,
        "There is nothing to compare with, as what was there before cannot be built: ",
        "; and as ",
        missing);
    addSentence(all, "What was there before was played without ", ", ", lacking);
    return all;
  }

  /** What a summary has to say first. */
  public List<String> sentences() {
    return List.copyOf(sentences);
  }
}
