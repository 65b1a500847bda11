package dev.seaworthy.project;

import dev.seaworthy.diagnostic.Diagnostic;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What git would commit now: what is committed already, with what is staged. Changes that are not
 * staged, and files that git does not know, are no part of it.
 */
public final class GitIndex {

  /** What surroundings from here are called. */
  private static final String WHERE = "the commit";

  /** Git's words for which side of a merge a file is. */
  private static final String MERGED = "0";

  private static final String OURS = "2";

  /** What is wrong with a file of an unfinished merge, and what to do. */
  public static final String UNMERGED =
      "its merge is not finished, so git has several versions of it and would commit none:"
          + " resolve the conflict and git add it";

  private final Path folder;
  private final Path top;
  private final GitBlobs blobs;
  private final Map<Path, InputSource> files = new LinkedHashMap<>();
  private final Map<Path, Optional<InputSource>> unmerged = new LinkedHashMap<>();

  private @Nullable List<Change> changes;
  private @Nullable Map<Path, Set<Path>> folders;

  private GitIndex(Path folder, Path top) {
    this.folder = folder;
    this.top = top;
    this.blobs = new GitBlobs(folder);
  }

  /**
   * A manifest that differs from what is committed.
   *
   * @param before the name of its content as it is committed; zeros if it is not
   */
  private record Change(Path file, String before) {

    boolean isOfKnown() {
      return !before.chars().allMatch(digit -> digit == '0');
    }
  }

  /**
   * The index of the repository that {@code folder} lies in; within a hook that of the commit which is
   * being made. Names of files start from {@code folder}.
   *
   * @throws IOException if there is no repository or git cannot be asked
   */
  public static GitIndex of(Path folder) throws IOException {
    Path here = folder.toRealPath();
    List<String> top = GitCommand.list(here, "rev-parse", "--show-toplevel");
    GitIndex index = new GitIndex(here, Path.of(top.get(0).strip()));
    for (String entry : GitCommand.list(here, "ls-files", "-s", "-z", "--full-name", "--", ":/")) {
      index.add(entry);
    }
    return index;
  }

  /** {@code 100644 ID STAGE<tab>PATH}; links and submodules are no files of it. */
  private void add(String entry) {
    int tab = entry.indexOf('\t');
    String[] about = entry.substring(0, tab).split(" ");
    if (!about[0].startsWith("100")) {
      return;
    }
    Path path = top.resolve(entry.substring(tab + 1));
    if (about[2].equals(MERGED)) {
      files.put(path, source(path, about[1]));
    } else {
      addSide(path, about[2], about[1]);
    }
  }

  /** Sides of a conflict: none of them is to be committed as it is. */
  private void addSide(Path path, String stage, String content) {
    if (stage.equals(OURS)) {
      unmerged.put(path, Optional.of(source(path, content)));
    } else {
      unmerged.putIfAbsent(path, Optional.empty());
    }
  }

  private InputSource source(Path path, String content) {
    return new InputSource(called(path), Optional.of(path), limit -> blobs.read(content, limit));
  }

  private String called(Path path) {
    return folder.relativize(path).toString().replace(File.separatorChar, '/');
  }

  /** Where names of files start from, without links. */
  public Path folder() {
    return folder;
  }

  /** The content of {@code file}, whatever it is; empty if it is not to be committed, or a link. */
  public Optional<InputSource> content(Path file) {
    return Optional.ofNullable(files.get(file));
  }

  /** Whether anything in {@code folder} is to be committed. */
  boolean holds(Path folder) {
    return folders().containsKey(folder.normalize());
  }

  /** The folders in {@code folder} that hold something which is to be committed, by name. */
  Set<Path> foldersIn(Path folder) {
    return folders().getOrDefault(folder.normalize(), Set.of());
  }

  private Map<Path, Set<Path>> folders() {
    Map<Path, Set<Path>> known = folders;
    if (known == null) {
      known = new HashMap<>();
      for (Path file : files.keySet()) {
        addFolders(file, known);
      }
      folders = known;
    }
    return known;
  }

  private static void addFolders(Path file, Map<Path, Set<Path>> known) {
    Path inner = file;
    boolean isNew = true;
    for (Path folder = file.getParent(); isNew && folder != null; folder = folder.getParent()) {
      isNew = !known.containsKey(folder);
      Set<Path> inside = known.computeIfAbsent(folder, f -> new TreeSet<>());
      if (!inner.equals(file)) {
        inside.add(inner);
      }
      inner = folder;
    }
  }

  /** Whether {@code path} lies in the repository. */
  public boolean isWithin(Path path) {
    return path.normalize().startsWith(top);
  }

  /** Whether a merge that is not finished has left {@code file} in several versions. */
  public boolean isUnmerged(Path file) {
    return unmerged.containsKey(file);
  }

  /** The manifests of all paths that an unfinished merge has left in several versions. */
  public List<Diagnostic> unmerged() {
    return unmerged(top);
  }

  /** Those at {@code path}, which counts from the folder, and below. */
  public List<Diagnostic> unmerged(String path) {
    return unmerged(folder.resolve(path).normalize());
  }

  private List<Diagnostic> unmerged(Path start) {
    return unmerged.keySet().stream()
        .filter(file -> file.startsWith(start))
        .filter(file -> file.equals(start) || InputDiscovery.isManifest(file))
        .map(file -> InputDiscovery.unreadable(called(file), UNMERGED))
        .toList();
  }

  /** The file at {@code path}, which counts from the folder, or the manifests below it. */
  public List<InputSource> find(String path) {
    Path start = folder.resolve(path).normalize();
    if (files.containsKey(start)) {
      return List.of(files.get(start).named(path));
    }
    List<InputSource> found = new ArrayList<>();
    files.forEach((file, source) -> {
      if (file.startsWith(start) && InputDiscovery.isManifest(file)) {
        found.add(source);
      }
    });
    return found;
  }

  /** The manifests that differ from what is committed, but for those that are taken away. */
  public List<InputSource> staged() throws IOException {
    List<InputSource> found = new ArrayList<>();
    for (Change change : changes()) {
      Optional.ofNullable(files.get(change.file())).ifPresent(found::add);
    }
    return found;
  }

  /** What is committed of the manifests that the commit changes or takes away. */
  public List<InputSource> replaced() throws IOException {
    return changes().stream()
        .filter(Change::isOfKnown)
        .map(change -> source(change.file(), change.before()))
        .toList();
  }

  /** Whether {@code path}, which counts from the folder, is a manifest that the commit takes away. */
  public boolean takesAway(String path) throws IOException {
    Path file = folder.resolve(path).normalize();
    return !files.containsKey(file)
        && changes().stream().anyMatch(change -> change.file().equals(file));
  }

  /** {@code :OLDMODE NEWMODE OLDID NEWID STATUS}, and behind it the path. */
  private List<Change> changes() throws IOException {
    if (changes == null) {
      changes = List.copyOf(findChanges());
    }
    return changes;
  }

  private List<Change> findChanges() throws IOException {
    List<String> told = GitCommand.list(
        folder, "diff", "--cached", "--raw", "--no-abbrev", "-z", "--no-renames", "--no-ext-diff");
    List<Change> found = new ArrayList<>();
    for (int i = 0; i + 1 < told.size(); i += 2) {
      Path file = top.resolve(told.get(i + 1));
      if (InputDiscovery.isManifest(file)) {
        found.add(new Change(file, told.get(i).split(" ")[2]));
      }
    }
    return found;
  }

  /**
   * All manifests but those in {@code taken}.
   *
   * @param replaced what these take the place of
   */
  public Surroundings around(List<InputSource> taken, List<InputSource> replaced) {
    Map<Path, InputSource> others = new LinkedHashMap<>(files);
    unmerged.forEach((file, ours) -> ours.ifPresent(source -> others.put(file, source)));
    taken.forEach(source -> others.remove(folder.resolve(source.name()).normalize()));
    others.keySet().removeIf(file -> !InputDiscovery.isManifest(file));
    return new Surroundings(WHERE, List.copyOf(others.values()), true, replaced);
  }
}
