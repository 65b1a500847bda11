package dev.seaworthy.project;

import dev.seaworthy.project.kustomize.FileTexts;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
    return new OpenRevision();
  }

  /** Opens each repository once, and keeps it open until it is closed itself. */
  private final class OpenRevision implements FileTexts {

    private final Map<Path, Optional<RevisionTree>> byFolder = new HashMap<>();
    private final Map<File, RevisionTree> byRepository = new HashMap<>();

    @Override
    public Optional<byte[]> read(Path file) {
      return answer(file, tree -> tree.text(file)).flatMap(text -> text);
    }

    @Override
    public Path real(Path path) {
      return answer(path, tree -> tree.real(path)).orElse(path);
    }

    private <T> Optional<T> answer(Path file, Question<T> question) {
      try {
        Path near = folderOf(file);
        if (!byFolder.containsKey(near)) {
          byFolder.put(near, treeOf(near));
        }
        Optional<RevisionTree> tree = byFolder.getOrDefault(near, Optional.empty());
        return tree.isEmpty() ? Optional.empty() : Optional.of(question.of(tree.get()));
      } catch (IOException unreadable) {
        return Optional.empty();
      }
    }

    private Optional<RevisionTree> treeOf(Path near) throws IOException {
      File gitDir = new FileRepositoryBuilder().findGitDir(near.toFile()).getGitDir();
      if (gitDir == null) {
        return Optional.empty();
      }
      RevisionTree known = byRepository.get(gitDir);
      if (known != null) {
        return Optional.of(known);
      }
      Optional<RevisionTree> opened = RevisionTree.open(gitDir, revision);
      opened.ifPresent(tree -> byRepository.put(gitDir, tree));
      return opened;
    }

    @Override
    public void close() {
      byRepository.values().forEach(RevisionTree::close);
      byRepository.clear();
      byFolder.clear();
    }
  }

  @FunctionalInterface
  private interface Question<T> {
    T of(RevisionTree tree) throws IOException;
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
