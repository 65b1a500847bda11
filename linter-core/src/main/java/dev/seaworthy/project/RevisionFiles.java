package dev.seaworthy.project;

import dev.seaworthy.manifest.ReadLimits;
import dev.seaworthy.project.kustomize.FileTexts;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Where the files of a git revision would lie if it were checked out. */
public final class RevisionFiles implements ProjectFiles {

  private final Path folder;
  private final String revision;

  /** {@code folder}, a real path, is where the names of the revision's sources count from. */
  public RevisionFiles(Path folder, String revision) {
    this.folder = folder;
    this.revision = revision;
  }

  @Override
  public Optional<Path> pathOf(InputSource source) {
    String prefix = revision + ":";
    return source.name().startsWith(prefix)
        ? Optional.of(folder.resolve(source.name().substring(prefix.length())).normalize())
        : Optional.empty();
  }

  @Override
  public FileTexts texts() {
    return this::read;
  }

  private Optional<byte[]> read(Path file) {
    try {
      File gitDir =
          new FileRepositoryBuilder().findGitDir(folderOf(file).toFile()).getGitDir();
      if (gitDir == null) {
        return Optional.empty();
      }
      try (Repository repository = new FileRepositoryBuilder().setGitDir(gitDir).build()) {
        return read(repository, file);
      }
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** The nearest folder that there is still; the file's own may be gone. */
  private Path folderOf(Path file) {
    Path near = file.startsWith(folder) ? folder : file;
    while (near.getParent() != null && !near.toFile().isDirectory()) {
      near = near.getParent();
    }
    return near;
  }

  private Optional<byte[]> read(Repository repository, Path file) throws IOException {
    ObjectId commit = repository.resolve(revision + "^{commit}");
    Path top = repository.getWorkTree().toPath().toRealPath();
    if (commit == null || !file.startsWith(top)) {
      return Optional.empty();
    }
    String path = top.relativize(file).toString().replace(File.separatorChar, '/');
    try (RevWalk history = new RevWalk(repository);
        TreeWalk tree =
            TreeWalk.forPath(repository, path, history.parseCommit(commit).getTree())) {
      if (tree == null || tree.isSubtree()) {
        return Optional.empty();
      }
      try (InputStream text = repository.open(tree.getObjectId(0)).openStream()) {
        return Optional.of(text.readNBytes(ReadLimits.DEFAULT.fileBytes() + 1));
      }
    }
  }
}
