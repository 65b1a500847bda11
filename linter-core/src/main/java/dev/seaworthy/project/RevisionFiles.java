package dev.seaworthy.project;

import dev.seaworthy.project.kustomize.FileTexts;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

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
    return new FileTexts() {
      @Override
      public Optional<byte[]> read(Path file) {
        return answer(file, tree -> tree.text(file)).flatMap(text -> text);
      }

      @Override
      public Path real(Path path) {
        return answer(path, tree -> tree.real(path)).orElse(path);
      }
    };
  }

  @FunctionalInterface
  private interface Question<T> {
    T of(RevisionTree tree) throws IOException;
  }

  private <T> Optional<T> answer(Path file, Question<T> question) {
    try {
      File gitDir =
          new FileRepositoryBuilder().findGitDir(folderOf(file).toFile()).getGitDir();
      if (gitDir == null) {
        return Optional.empty();
      }
      try (Repository repository = new FileRepositoryBuilder().setGitDir(gitDir).build();
          RevWalk history = new RevWalk(repository)) {
        ObjectId commit = repository.resolve(revision + "^{commit}");
        Path top = repository.getWorkTree().toPath().toRealPath();
        return commit == null
            ? Optional.empty()
            : Optional.of(question.of(
                new RevisionTree(repository, history.parseCommit(commit).getTree(), top)));
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
}
