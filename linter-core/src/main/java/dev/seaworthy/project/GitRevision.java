package dev.seaworthy.project;

import dev.seaworthy.manifest.ReadLimits;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * The files of a git repository as of a revision: a branch, a tag, a commit. Nothing is checked out
 * and nothing is written.
 */
public final class GitRevision {

  /** A file below a folder that is named as a whole. */
  private record Entry(Path file, ObjectId content) {}

  private final Path folder;
  private final String revision;
  private final Path top;
  private final List<Entry> entries = new ArrayList<>();

  /** Folders of what Go has copied. */
  private final List<Path> ofGo = new ArrayList<>();

  private GitRevision(Path folder, String revision, Path top) {
    this.folder = folder;
    this.revision = revision;
    this.top = top;
  }

  /**
   * The manifests that {@code paths}, which count from {@code folder}, meant at {@code revision}:
   * files, folders with all manifests below them, and patterns. Each is looked for in the repository
   * that it lies in. What was not there then is left out.
   *
   * @throws IOException if a path is in no repository, or a repository has no such revision
   */
  public static List<InputSource> find(Path folder, List<String> paths, String revision)
      throws IOException {
    Path here = folder.toRealPath();
    Map<File, List<String>> byRepository = new LinkedHashMap<>();
    for (String path : paths) {
      byRepository
          .computeIfAbsent(repositoryOf(here, path), any -> new ArrayList<>())
          .add(path);
    }
    List<InputSource> sources = new ArrayList<>();
    for (Map.Entry<File, List<String>> each : byRepository.entrySet()) {
      sources.addAll(findIn(each.getKey(), here, each.getValue(), revision));
    }
    return sources;
  }

  private static List<InputSource> findIn(
      File gitDir, Path here, List<String> paths, String revision) throws IOException {
    try (Repository repository = new FileRepositoryBuilder().setGitDir(gitDir).build()) {
      GitRevision found =
          new GitRevision(here, revision, repository.getWorkTree().toPath().toRealPath());
      found.list(repository);
      return found.read(repository, paths);
    }
  }

  /** Where git keeps the repository that {@code path} lies in. */
  private static File repositoryOf(Path here, String path) throws IOException {
    String named = InputDiscovery.isPattern(path) ? InputDiscovery.startOf(path) : path;
    Path place = here.resolve(named).normalize();
    while (!Files.isDirectory(place) && place.getParent() != null) {
      place = place.getParent();
    }
    File gitDir = new FileRepositoryBuilder().findGitDir(place.toFile()).getGitDir();
    if (gitDir == null) {
      throw new IOException(place + " is in no git repository");
    }
    return gitDir;
  }

  private void list(Repository repository) throws IOException {
    ObjectId commit = repository.resolve(revision + "^{commit}");
    if (commit == null) {
      throw new IOException("the repository has no revision " + revision);
    }
    try (RevWalk history = new RevWalk(repository);
        TreeWalk tree = new TreeWalk(repository)) {
      tree.addTree(history.parseCommit(commit).getTree());
      tree.setRecursive(true);
      while (tree.next()) {
        int type = tree.getRawMode(0) & FileMode.TYPE_MASK;
        if (type == FileMode.TYPE_FILE) {
          add(top.resolve(tree.getPathString()), tree.getObjectId(0));
        }
      }
    }
  }

  private void add(Path file, ObjectId content) {
    entries.add(new Entry(file, content));
    Path in = file.getParent();
    if (in != null && GoModules.isList(file)) {
      ofGo.add(in);
    }
  }

  /** The contents are read here and now, while the repository is open. */
  private List<InputSource> read(Repository repository, List<String> paths) throws IOException {
    List<InputSource> sources = new ArrayList<>();
    List<Predicate<Path>> wanted = paths.stream().map(this::meaning).toList();
    for (Entry entry : entries) {
      if (wanted.stream().anyMatch(path -> path.test(entry.file))) {
        sources.add(source(repository, entry));
      }
    }
    return sources;
  }

  private InputSource source(Repository repository, Entry entry) throws IOException {
    String path = folder.relativize(entry.file).toString().replace(File.separatorChar, '/');
    byte[] content = contentOf(repository, entry.content);
    return new InputSource(
        revision + ":" + path,
        Optional.empty(),
        limit -> limit < content.length ? Arrays.copyOf(content, limit) : content);
  }

  /** One byte more than is ever accepted tells that there is too much. */
  private static byte[] contentOf(Repository repository, ObjectId id) throws IOException {
    try (InputStream in = repository.open(id).openStream()) {
      return in.readNBytes(ReadLimits.DEFAULT.fileBytes() + 1);
    }
  }

  /** The files that a path means: itself, what lies below it, what it matches as a pattern. */
  private Predicate<Path> meaning(String path) {
    Path start = folder.resolve(path).normalize();
    Predicate<Path> written = file -> file.equals(start)
        || (file.startsWith(start)
            && InputDiscovery.isManifest(file)
            && isVisible(start.relativize(file))
            && !isOfGo(start, file));
    if (!InputDiscovery.isPattern(path)) {
      return written;
    }
    Predicate<Path> matched = InputDiscovery.matching(path);
    boolean isAbsolute = Path.of(path).isAbsolute();
    return written.or(file -> matched.test(isAbsolute ? file : folder.relativize(file)));
  }

  /** Whether it lies in a folder of Go's, and not what was asked for. */
  private boolean isOfGo(Path start, Path file) {
    return ofGo.stream().anyMatch(vendor -> file.startsWith(vendor) && !start.startsWith(vendor));
  }

  /** As in a folder that is looked through. */
  private static boolean isVisible(Path below) {
    for (Path step : below) {
      if (step.toString().startsWith(".") || step.toString().equals("node_modules")) {
        return false;
      }
    }
    return true;
  }
}
