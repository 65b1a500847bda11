package dev.seaworthy.project;

import dev.seaworthy.manifest.ReadLimits;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/** What one revision of a repository holds, by the paths that its files have when checked out. */
final class RevisionTree {

  /** As many links in a row as Linux follows. */
  private static final int LINKS = 40;

  private final Repository repository;
  private final RevTree tree;
  private final Path top;

  private RevisionTree(Repository repository, RevTree tree, Path top) {
    this.repository = repository;
    this.tree = tree;
    this.top = top;
  }

  /** That of {@code revision} of the repository in {@code gitDir}; empty if it has no such revision. */
  static Optional<RevisionTree> open(File gitDir, String revision) throws IOException {
    Repository repository = new FileRepositoryBuilder().setGitDir(gitDir).build();
    boolean isHeld = false;
    try (RevWalk history = new RevWalk(repository)) {
      ObjectId commit = repository.resolve(revision + "^{commit}");
      Path top = repository.getWorkTree().toPath().toRealPath();
      isHeld = commit != null;
      return commit == null
          ? Optional.empty()
          : Optional.of(new RevisionTree(repository, history.parseCommit(commit).getTree(), top));
    } finally {
      if (!isHeld) {
        repository.close();
      }
    }
  }

  /** Lets the repository go. */
  void close() {
    repository.close();
  }

  /** The text of {@code file}, through links; empty if there is none in the revision. */
  Optional<byte[]> text(Path file) throws IOException {
    return at(real(file), ReadLimits.DEFAULT.fileBytes() + 1)
        .filter(entry -> !entry.isLink())
        .map(Entry::text);
  }

  /** Where {@code path} leads to through all links of the revision. */
  Path real(Path path) throws IOException {
    Path place = path;
    for (int links = 0; links < LINKS; links++) {
      Path next = followed(place);
      if (next.equals(place)) {
        return place;
      }
      place = next;
    }
    return place;
  }

  /** {@code path}, past the first link on its way. */
  private Path followed(Path path) throws IOException {
    if (!path.startsWith(top)) {
      return path;
    }
    for (int length = top.getNameCount() + 1; length <= path.getNameCount(); length++) {
      Path part = path.getRoot().resolve(path.subpath(0, length));
      Optional<Entry> entry = at(part, ReadLimits.DEFAULT.fileBytes()).filter(Entry::isLink);
      if (entry.isPresent()) {
        String target = new String(entry.get().text(), StandardCharsets.UTF_8);
        return part.resolveSibling(target).resolve(part.relativize(path)).normalize();
      }
    }
    return path;
  }

  private record Entry(boolean isLink, byte[] text) {}

  private Optional<Entry> at(Path file, int limit) throws IOException {
    if (!file.startsWith(top) || file.equals(top)) {
      return Optional.empty();
    }
    String path = top.relativize(file).toString().replace(File.separatorChar, '/');
    try (TreeWalk walk = TreeWalk.forPath(repository, path, tree)) {
      if (walk == null || walk.isSubtree() || walk.getFileMode(0).equals(FileMode.GITLINK)) {
        return Optional.empty();
      }
      try (InputStream text = repository.open(walk.getObjectId(0)).openStream()) {
        boolean isLink = walk.getFileMode(0).equals(FileMode.SYMLINK);
        return Optional.of(new Entry(isLink, text.readNBytes(limit)));
      }
    }
  }
}
