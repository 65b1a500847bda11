package dev.seaworthy.project;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What git would commit now: what is committed already, with what is staged. Changes that are not
 * staged, and files that git does not know, are no part of it.
 */
public final class GitIndex {

  /** What surroundings from here are called. */
  private static final String WHERE = "the commit";

  private final Path folder;
  private final Path top;
  private final Map<Path, InputSource> files = new LinkedHashMap<>();

  private GitIndex(Path folder, Path top) {
    this.folder = folder;
    this.top = top;
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
    GitBlobs blobs = new GitBlobs(here);
    for (String entry : GitCommand.list(here, "ls-files", "-s", "-z", "--full-name", "--", ":/")) {
      index.add(entry, blobs);
    }
    return index;
  }

  /** {@code 100644 ID 0<tab>PATH}; links, submodules and sides of a conflict are no files of it. */
  private void add(String entry, GitBlobs blobs) {
    int tab = entry.indexOf('\t');
    String[] about = entry.substring(0, tab).split(" ");
    if (about[0].startsWith("100") && about[2].equals("0")) {
      Path path = top.resolve(entry.substring(tab + 1));
      String name = folder.relativize(path).toString().replace(File.separatorChar, '/');
      files.put(
          path, new InputSource(name, Optional.of(path), limit -> blobs.read(about[1], limit)));
    }
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

  /** The manifests that differ from what is committed. */
  public List<InputSource> staged() throws IOException {
    List<InputSource> found = new ArrayList<>();
    for (String path : GitCommand.list(
        folder,
        "diff",
        "--cached",
        "--name-only",
        "-z",
        "--no-renames",
        "--no-ext-diff",
        "--diff-filter=d")) {
      Path file = top.resolve(path);
      Optional<InputSource> source = Optional.ofNullable(files.get(file));
      if (InputDiscovery.isManifest(file)) {
        source.ifPresent(found::add);
      }
    }
    return found;
  }

  /** All manifests but those in {@code taken}. */
  public Surroundings around(List<InputSource> taken) {
    Map<Path, InputSource> others = new LinkedHashMap<>(files);
    taken.forEach(source -> others.remove(folder.resolve(source.name()).normalize()));
    others.keySet().removeIf(file -> !InputDiscovery.isManifest(file));
    return new Surroundings(WHERE, List.copyOf(others.values()), true);
  }
}
