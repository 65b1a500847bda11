package dev.seaworthy.project;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.FileRole;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.project.kustomize.KustomizationFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The kustomizations around an input: what they make of the files that they list, by their paths, and
 * which of them are made of others.
 */
final class Kustomizations {

  private final ManifestReader reader = new ManifestReader();
  private final QuietReader quiet = new QuietReader();
  private final Map<Path, Kustomization> byFolder = new LinkedHashMap<>();
  private final Map<Path, FileRole> roles = new HashMap<>();
  private final Map<Path, List<Kustomization>> listing = new HashMap<>();
  private final Set<Path> seen = new HashSet<>();
  private final Set<String> variables = new HashSet<>();
  private final Map<Kustomization, List<KustomizePatch>> patches = new ConcurrentHashMap<>();

  /** Reads the kustomization of {@code folder}, an absolute path, if it has one. */
  void readIn(Path folder) {
    for (String name : KustomizationFile.NAMES) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file) && seen.add(file)) {
        quiet.documents(file).forEach(document -> add(new Kustomization(file, document.root())));
      }
    }
  }

  private void add(Kustomization kustomization) {
    byFolder.put(kustomization.folder(), kustomization);
    kustomization.roles().forEach(roles::putIfAbsent);
    variables.addAll(kustomization.variables());
    for (Path listed : kustomization.listed()) {
      listing.computeIfAbsent(listed, l -> new ArrayList<>(1)).add(kustomization);
    }
  }

  /** What {@code file}, an absolute path, is for those that list it; a resource is nothing else. */
  Optional<FileRole> roleOf(Path file) {
    return listing.containsKey(file) ? Optional.empty() : Optional.ofNullable(roles.get(file));
  }

  Collection<Kustomization> all() {
    return byFolder.values();
  }

  /** The kustomization of {@code folder}, if it has one. */
  Optional<Kustomization> in(Path folder) {
    return Optional.ofNullable(byFolder.get(folder));
  }

  /** Those that {@code listed}, a file or the folder of another one, is a part of. */
  List<Kustomization> listing(Path listed) {
    return listing.getOrDefault(listed, List.of());
  }

  boolean isKustomization(Path folder) {
    return byFolder.containsKey(folder);
  }

  /** The folders whose kustomizations name the file or folder. */
  Set<Path> naming(Path path) {
    Set<Path> folders = new LinkedHashSet<>();
    listing(path).forEach(each -> folders.add(each.folder()));
    return folders;
  }

  /** The files and folders that the kustomization of the folder names. */
  Set<Path> namedBy(Path folder) {
    return in(folder).map(Kustomization::listed).orElse(Set.of());
  }

  /** Whether the kustomization of {@code folder} is a part of itself. */
  boolean leadsBackTo(Path folder) {
    if (in(folder).filter(Kustomization::listsItself).isPresent()) {
      return true;
    }
    Set<Path> reached = new HashSet<>();
    Deque<Path> open = new ArrayDeque<>(listing.containsKey(folder) ? namedBy(folder) : Set.of());
    while (!open.isEmpty() && !reached.contains(folder)) {
      Path next = open.pop();
      if (reached.add(next)) {
        open.addAll(namedBy(next));
      }
    }
    return reached.contains(folder);
  }

  /** The names of the objects that any of them makes itself, by kind. */
  Map<GroupKind, Set<String>> generated() {
    Map<GroupKind, Set<String>> names = new HashMap<>();
    for (Kustomization each : all()) {
      each.generated()
          .forEach(
              (kind, made) -> names.computeIfAbsent(kind, k -> new HashSet<>()).addAll(made));
    }
    return names;
  }

  /**
   * The variables that any of them declares: whoever is made of several fills in those of one in what
   * the other lists.
   */
  Set<String> variables() {
    return variables;
  }

  /** The patches of {@code kustomization}, read when they are first asked for. */
  List<KustomizePatch> patchesOf(Kustomization kustomization) {
    return patches.computeIfAbsent(kustomization, this::read);
  }

  private List<KustomizePatch> read(Kustomization kustomization) {
    List<KustomizePatch> read = new ArrayList<>();
    for (Kustomization.WrittenPatch patch : kustomization.patches()) {
      for (Node content : contents(patch)) {
        read.add(new KustomizePatch(patch.target(), content));
      }
    }
    List<Node> targets = new ArrayList<>(kustomization.replacementTargets());
    kustomization.replacementFiles().forEach(file -> targets.addAll(targetsIn(file)));
    targets.stream().map(KustomizePatch::ofReplacement).forEach(read::add);
    return read;
  }

  /** Whether {@code folder} has a listed file with an object of that kind and name. */
  boolean haveListed(Path folder, String kind, String name) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !listing(file).isEmpty() && Files.isRegularFile(file))
          .flatMap(file -> quiet.documents(file).stream())
          .map(Document::root)
          .anyMatch(root -> root.get("kind").text().equals(kind)
              && root.at("metadata", "name").text().equals(name));
    } catch (IOException unreadable) {
      return false;
    }
  }

  private List<Node> targetsIn(Path file) {
    return quiet.documents(file).stream()
        .map(Document::root)
        .flatMap(root -> (root.isSequence() ? root.items() : List.of(root)).stream())
        .collect(Collectors.collectingAndThen(Collectors.toList(), Kustomization::targets));
  }

  private List<Node> contents(Kustomization.WrittenPatch patch) {
    List<Document> documents = patch.inline().isEmpty()
        ? quiet.documents(patch.file())
        : reader
            .readValues(patch.file().toString(), patch.inline().getBytes(StandardCharsets.UTF_8))
            .documents();
    return documents.stream().map(Document::root).toList();
  }
}
