package dev.seaworthy.project;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.NameIndex;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.project.kustomize.FileTexts;
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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What kustomizations list and what is not there, so that kustomize builds nothing. What git is told to
 * ignore is somebody's to write before the build, and is not missed.
 */
public final class ListedFiles {

  /** Of each of these an item may be a folder with a kustomization. */
  private static final List<String> PARTS =
      List.of("resources", "bases", "components", "generators", "transformers", "validators");

  private static final List<String> FILES =
      List.of("crds", "configurations", "patches", "patchesStrategicMerge");

  private static final List<String> WITH_PATHS =
      List.of("patches", "patchesJson6902", "replacements");

  private static final List<String> GENERATORS = List.of("configMapGenerator", "secretGenerator");

  private final QuietReader reader = new QuietReader();
  private final ProjectFiles files;
  private final FileTexts texts;

  ListedFiles(ProjectFiles files, FileTexts texts) {
    this.files = files;
    this.texts = texts;
  }

  private record Missing(Path path, Diagnostic problem) {}

  /**
   * What a change takes away though kustomizations that it leaves alone list it, by the names of these.
   *
   * @param around what it leaves alone
   * @param taken what it takes away or replaces
   */
  public static Map<String, List<Diagnostic>> takenAway(
      List<InputSource> around, List<InputSource> taken, ProjectFiles files) {
    Set<Path> gone = new HashSet<>();
    taken.forEach(source -> files.pathOf(source).ifPresent(path -> {
      gone.add(path);
      if (KustomizationFile.isNamedSo(path) && path.getParent() != null) {
        gone.add(path.getParent());
      }
    }));
    Map<String, List<Diagnostic>> told = new LinkedHashMap<>();
    try (FileTexts texts = files.texts()) {
      ListedFiles listed = new ListedFiles(files, texts);
      for (InputSource source : around) {
        List<Diagnostic> problems = listed
            .of(source)
            .filter(missing -> gone.contains(missing.path()))
            .map(Missing::problem)
            .toList();
        if (!problems.isEmpty()) {
          told.put(source.name(), problems);
        }
      }
    }
    return told;
  }

  /** What {@code source}, if it is a kustomization, lists in vain. */
  List<Diagnostic> missing(InputSource source) {
    return of(source).map(Missing::problem).toList();
  }

  private Stream<Missing> of(InputSource source) {
    return MissingTargets.mayTellOf(source.name())
        ? files.pathOf(source).stream().flatMap(path -> of(source, path))
        : Stream.empty();
  }

  private Stream<Missing> of(InputSource source, Path path) {
    return reader.documents(source).stream()
        .map(Document::root)
        .flatMap(root -> listed(root).stream())
        .distinct()
        .flatMap(each -> missing(source, path.resolveSibling("."), each));
  }

  /** One thing that must be there, and where that is written. */
  private record Listed(String name, Node place, boolean mayBeFolder) {

    static Listed file(Node name) {
      return new Listed(name.stringOr(""), name, false);
    }

    /** Whether it is the name of something on this disk: no text of its own, no URL, no placeholder. */
    boolean isPath() {
      return !name.isEmpty()
          && Stream.of("\n", "{", "[", "$", "<").noneMatch(name::contains)
          && !Kustomization.isElsewhere(name);
    }
  }

  private static List<Listed> listed(Node root) {
    List<Listed> listed = new ArrayList<>();
    for (String list : PARTS) {
      items(root, list).forEach(each -> listed.add(new Listed(each.stringOr(""), each, true)));
    }
    FILES.forEach(list -> items(root, list).forEach(each -> listed.add(Listed.file(each))));
    WITH_PATHS.forEach(
        list -> items(root, list).forEach(each -> listed.add(Listed.file(each.get("path")))));
    listed.add(Listed.file(root.at("openapi", "path")));
    for (String list : GENERATORS) {
      for (Node generator : items(root, list)) {
        items(generator, "files").forEach(each -> listed.add(generatorFile(each)));
        items(generator, "envs").forEach(each -> listed.add(Listed.file(each)));
        listed.add(Listed.file(generator.get("env")));
      }
    }
    listed.removeIf(each -> !each.isPath());
    return listed;
  }

  private static List<Node> items(Node holder, String list) {
    return holder.get(list).items();
  }

  /** {@code path} or {@code key=path}. */
  private static Listed generatorFile(Node file) {
    String written = file.stringOr("");
    return new Listed(written.substring(written.indexOf('=') + 1), file, false);
  }

  private Stream<Missing> missing(InputSource source, Path folder, Listed listed) {
    try {
      Path path = folder.resolve(listed.name()).normalize();
      return isThere(path, listed) || IgnoreRules.leaveOut(path)
          ? Stream.empty()
          : Stream.of(new Missing(path, problem(source, path, listed)));
    } catch (InvalidPathException | IOException noPath) {
      return Stream.empty();
    }
  }

  private boolean isThere(Path path, Listed listed) {
    return texts.has(path)
        || listed.mayBeFolder()
            && KustomizationFile.NAMES.stream().anyMatch(name -> texts.has(path.resolve(name)));
  }

  /** It is no mistake for sure where a program may be yet to write it, and nothing is called nearly so. */
  private Diagnostic problem(InputSource source, Path path, Listed listed) {
    Optional<String> meant = near(path);
    boolean isSure = meant.isPresent() || files.areToBeCommitted();
    String what = texts
        .deadLink(path)
        .map(link -> "the link " + link.getFileName() + " leads nowhere")
        .orElse("there is no file " + listed.name()
            + (listed.mayBeFolder() ? " and no folder of that name with a kustomization" : "")
            + meant.map(name -> "; did you mean " + name + "?").orElse(""));
    boolean isUnstaged = Files.isRegularFile(path) && !texts.has(path);
    return Diagnostic.of(
            KustomizedInput.REFUSED,
            isSure ? Severity.ERROR : Severity.WARNING,
            "kustomize builds nothing: " + what,
            InputNames.locationIn(source.name(), listed.place().span()))
        .withRemedy(
            isUnstaged
                ? "It lies there, but is not part of the commit: git add " + listed.name()
                : "Write it, correct the name, or take it out of the list. Nothing is told of what"
                    + " .gitignore names.");
  }

  /** What lies beside {@code path} and is called nearly so. */
  private static Optional<String> near(Path path) {
    Path folder = path.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> beside = Files.list(folder)) {
      List<String> names =
          beside.map(each -> String.valueOf(each.getFileName())).sorted().toList();
      return NameIndex.of(names).nearest(String.valueOf(path.getFileName()));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
