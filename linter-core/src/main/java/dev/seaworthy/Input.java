package dev.seaworthy;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.project.Exclusion;
import dev.seaworthy.project.GitIndex;
import dev.seaworthy.project.GitRevision;
import dev.seaworthy.project.InputDiscovery;
import dev.seaworthy.project.InputDiscovery.Found;
import dev.seaworthy.project.InputSource;
import dev.seaworthy.project.Neighbours;
import dev.seaworthy.project.ProjectFiles;
import dev.seaworthy.project.RevisionFiles;
import dev.seaworthy.project.StagedFiles;
import dev.seaworthy.project.Surroundings;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What to judge: files and folders, texts, or objects in memory. */
public final class Input {

  static {
    ClassPath.read();
  }

  private final Found found;
  private final ProjectFiles files;
  private final Supplier<List<Surroundings>> around;
  private @Nullable List<Surroundings> seen;

  private Input(Found found) {
    this(found, List::of);
  }

  private Input(Found found, Supplier<List<Surroundings>> around) {
    this(found, ProjectFiles.DISK, around);
  }

  private Input(Found found, ProjectFiles files, Supplier<List<Surroundings>> around) {
    this.found = found;
    this.files = files;
    this.around = around;
  }

  /**
   * Files, folders with all manifests below them, and patterns such as {@code deploy/*.yaml}. They
   * are read when they are judged; what is not there is a problem of the answer.
   */
  public static Input paths(String... paths) {
    return paths(List.of(paths), InputStream.nullInputStream());
  }

  /** The same, where {@code -} stands for {@code standardInput}. */
  public static Input paths(List<String> paths, InputStream standardInput) {
    return new Input(InputDiscovery.find(paths, standardInput));
  }

  /**
   * The same, where files that are named one by one are seen with their neighbours: what lies in the
   * nearest folder with a kustomization, or in the file's own folder. Rules about relations know the
   * neighbours; nothing is reported of them.
   */
  public static Input pathsAmidNeighbours(List<String> paths, InputStream standardInput) {
    Found found = InputDiscovery.find(paths, standardInput);
    return new Input(found, () -> Neighbours.of(paths, found.sources()));
  }

  /**
   * What is to be committed to the git repository that {@code folder} lies in: the manifests that are
   * staged, as they are staged. Rules about relations know everything that is committed or staged, and
   * tell what the commit breaks in other files.
   *
   * @throws IOException if there is no repository, or git cannot be asked
   */
  public static Input staged(Path folder) throws IOException {
    GitIndex index = GitIndex.of(folder);
    return amid(new Found(index.staged(), index.unmerged()), index, true);
  }

  /**
   * Files and folders of the git repository that {@code folder} lies in, in sight of everything that is
   * committed or staged there.
   *
   * @param asStaged whether to read those that git knows as they are staged; otherwise, and those that
   *     it does not know, as they lie there
   * @throws IOException if there is no repository, or git cannot be asked
   */
  public static Input staged(Path folder, List<String> paths, boolean asStaged) throws IOException {
    GitIndex index = GitIndex.of(folder);
    List<InputSource> known = new ArrayList<>();
    List<String> others = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    for (String path : paths) {
      List<Diagnostic> unmerged = asStaged ? index.unmerged(path) : List.of();
      problems.addAll(unmerged);
      List<InputSource> found = asStaged ? index.find(path) : List.of();
      known.addAll(found);
      if (found.isEmpty() && unmerged.isEmpty() && !(asStaged && index.takesAway(path))) {
        others.add(path);
      }
    }
    Found there = InputDiscovery.find(others, InputStream.nullInputStream());
    known.addAll(there.sources());
    problems.addAll(there.problems());
    return amid(new Found(known, problems, there.passedOver()), index, asStaged);
  }

  /**
   * What {@code paths} meant at a revision of the git repository that each lies in: the files that are
   * compared with. What was not there then is left out.
   *
   * @param folder where paths count from
   * @param revision a branch, a tag or a commit, in git's words
   * @throws IOException if a path is in no repository, or there is no such revision in it
   */
  public static Input atRevision(Path folder, List<String> paths, String revision)
      throws IOException {
    return new Input(
        new Found(GitRevision.find(folder, paths, revision), List.of()),
        new RevisionFiles(folder.toRealPath(), revision),
        List::of);
  }

  /** This input, where some files have other texts than those that lie there. */
  Input with(Map<String, SourceText> texts) {
    List<InputSource> sources = new ArrayList<>();
    for (InputSource source : found.sources()) {
      SourceText other = texts.get(source.name());
      sources.add(
          other == null
              ? source
              : new InputSource(source.name(), source.path(), limit -> first(limit, other.utf8())));
    }
    return new Input(new Found(sources, found.problems(), found.passedOver()), this::around);
  }

  private static byte[] first(int limit, byte[] bytes) {
    return limit < bytes.length ? Arrays.copyOf(bytes, limit) : bytes;
  }

  private static Input amid(Found found, GitIndex index, boolean asStaged) throws IOException {
    List<InputSource> replaced = asStaged ? index.replaced() : List.of();
    return new Input(
        found,
        asStaged ? new StagedFiles(index) : ProjectFiles.DISK,
        () -> List.of(index.around(found.sources(), replaced)));
  }

  /** A text in YAML or JSON, of one or more documents; {@code name} is what diagnostics call it. */
  public static Input text(String name, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    InputSource source = new InputSource(name, Optional.empty(), limit -> first(limit, utf8));
    return new Input(new Found(List.of(source), List.of()));
  }

  /**
   * Objects as trees of maps, lists, strings, numbers and booleans. Diagnostics name their fields;
   * their lines are those of a text with one object a document, each written as JSON on a line.
   *
   * @throws IllegalArgumentException if something else is in them
   */
  public static Input objects(String name, List<? extends Map<String, ?>> objects) {
    return text(name, ObjectText.of(objects));
  }

  /** This input, and behind it the other. */
  public Input and(Input other) {
    List<InputSource> sources = new ArrayList<>(found.sources());
    sources.addAll(other.found.sources());
    List<Diagnostic> problems = new ArrayList<>(found.problems());
    problems.addAll(other.found.problems());
    List<Diagnostic> passedOver = new ArrayList<>(found.passedOver());
    passedOver.addAll(other.found.passedOver());
    return new Input(new Found(sources, problems, passedOver), () -> {
      List<Surroundings> both = new ArrayList<>(around());
      both.addAll(other.around());
      return both;
    });
  }

  /**
   * This input without the files that match one of {@code patterns}: in the syntax of {@code
   * .gitignore}, with paths from {@code folder}; the last pattern that speaks of a file counts. Files
   * that are named one by one are left out, too, and so is what rules about relations would see. The
   * answer notes what was excluded. Texts and standard input are no files.
   *
   * @throws IllegalArgumentException if a pattern means nothing
   */
  public Input excluding(Path folder, List<String> patterns) {
    if (patterns.isEmpty()) {
      return this;
    }
    Exclusion exclusion = Exclusion.of(folder, patterns);
    return new Input(
        exclusion.without(found),
        files,
        () -> around().stream().map(exclusion::without).toList());
  }

  /** The same input; files below {@code folder} are called by their path within it. */
  public Input relativeTo(Path folder) {
    String prefix = folder.toString().replace(File.separatorChar, '/') + "/";
    Found named = new Found(
        found.sources().stream()
            .map(source -> source.named(within(prefix, source.name())))
            .toList(),
        within(prefix, found.problems()),
        within(prefix, found.passedOver()));
    return new Input(
        named,
        files,
        () -> around().stream()
            .map(each -> each.named(name -> within(prefix, name)))
            .toList());
  }

  private static List<Diagnostic> within(String prefix, List<Diagnostic> all) {
    return all.stream()
        .map(each ->
            each.withPlace(each.place().inFile(within(prefix, each.place().file()))))
        .toList();
  }

  private static String within(String prefix, String name) {
    return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
  }

  /** How many files and texts there are to read. */
  public int size() {
    return found.sources().size();
  }

  /** Whether there is nothing to read, and no path that leads nowhere either. */
  public boolean isEmpty() {
    return found.sources().isEmpty() && found.problems().isEmpty();
  }

  /** Paths that lead nowhere or cannot be looked into. */
  public List<Diagnostic> problems() {
    return found.problems();
  }

  Found found() {
    return found;
  }

  /** Where they lie. */
  ProjectFiles files() {
    return files;
  }

  /** What lies around, looked for when it is first asked for. */
  synchronized List<Surroundings> around() {
    if (seen == null) {
      seen = around.get();
    }
    return seen;
  }
}
