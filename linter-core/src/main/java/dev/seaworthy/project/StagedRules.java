package dev.seaworthy.project;

import dev.seaworthy.lint.source.RuleFiles;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rules as git is to commit them. Folders of which it is to commit nothing, as those out of the
 * repository and in a repository within it, are read as they lie there.
 */
public final class StagedRules implements RuleFiles {

  private final GitIndex index;
  private final Set<Path> unstaged = new LinkedHashSet<>();

  public StagedRules(GitIndex index) {
    this.index = index;
  }

  @Override
  public boolean isFolder(Path path) {
    if (index.holds(path)) {
      return true;
    }
    unstaged.add(path.normalize());
    return DISK.isFolder(path);
  }

  /** The folders that were asked for and of which git is to commit nothing. */
  public Set<Path> unstaged() {
    return Collections.unmodifiableSet(unstaged);
  }

  @Override
  public List<Path> folders(Path folder) throws IOException {
    if (!index.holds(folder)) {
      return DISK.folders(folder);
    }
    return index.foldersIn(folder).stream()
        .map(inside -> folder.resolve(String.valueOf(inside.getFileName())))
        .toList();
  }

  @Override
  public boolean has(Path file) {
    Path folder = file.getParent();
    return folder == null || !index.holds(folder)
        ? DISK.has(file)
        : index.content(file.normalize()).isPresent();
  }

  @Override
  public Optional<byte[]> read(Path file, int most) throws IOException {
    Path folder = file.getParent();
    if (folder == null || !index.holds(folder)) {
      return DISK.read(file, most);
    }
    Optional<InputSource> staged = index.content(file.normalize());
    if (staged.isEmpty()) {
      return Optional.empty();
    }
    byte[] bytes = staged.get().read(most + 1);
    if (bytes.length > most) {
      throw new FileSystemException(file.toString(), null, "it has more than " + most + " bytes");
    }
    return Optional.of(bytes);
  }
}
