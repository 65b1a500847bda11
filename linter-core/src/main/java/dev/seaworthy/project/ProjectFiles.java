package dev.seaworthy.project;

import dev.seaworthy.project.kustomize.FileTexts;
import java.nio.file.Path;
import java.util.Optional;

/** Where the files of an input lie, and what lies beside them. */
public interface ProjectFiles {

  /** Files as they lie on the disk. */
  ProjectFiles DISK = new ProjectFiles() {
    @Override
    public Optional<Path> pathOf(InputSource source) {
      return source.path().map(path -> path.toAbsolutePath().normalize());
    }

    @Override
    public FileTexts texts() {
      return FileTexts.DISK;
    }
  };

  /** The absolute path of {@code source}; empty if it is no file. */
  Optional<Path> pathOf(InputSource source);

  FileTexts texts();

  /** Whether they are what git is to commit, which must be whole by itself. */
  default boolean areToBeCommitted() {
    return false;
  }
}
