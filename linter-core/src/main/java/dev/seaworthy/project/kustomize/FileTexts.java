package dev.seaworthy.project.kustomize;

import dev.seaworthy.manifest.FileBytes;
import dev.seaworthy.manifest.ReadLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the texts of files come from: a disk, or a revision of a repository, which stays open until this
 * is closed, and is opened again if something is asked for afterwards.
 */
@FunctionalInterface
public interface FileTexts extends AutoCloseable {

  /** The files as they lie on the disk. */
  FileTexts DISK = new FileTexts() {
    @Override
    public Optional<byte[]> read(Path file) {
      try {
        return Files.isRegularFile(file)
            ? Optional.of(FileBytes.of(file, ReadLimits.DEFAULT.fileBytes() + 1))
            : Optional.empty();
      } catch (IOException unreadable) {
        return Optional.empty();
      }
    }

    @Override
    public boolean has(Path file) {
      return Files.isRegularFile(file);
    }

    @Override
    public Path real(Path path) {
      try {
        return path.toRealPath();
      } catch (IOException gone) {
        return path;
      }
    }

    @Override
    public Optional<Path> deadLink(Path path) {
      for (Path part = path; part != null; part = part.getParent()) {
        if (Files.isSymbolicLink(part) && !Files.exists(part)) {
          return Optional.of(part);
        }
      }
      return Optional.empty();
    }
  };

  /** The text of {@code file}, an absolute path; empty if there is no such file. */
  Optional<byte[]> read(Path file);

  /** Whether there is such a file, whatever it holds. */
  default boolean has(Path file) {
    return read(file).isPresent();
  }

  /** Where {@code path} leads to, through all symbolic links. */
  default Path real(Path path) {
    return path;
  }

  @Override
  default void close() {}

  /** A symbolic link on {@code path} that leads nowhere, or in a circle; empty if that is not known. */
  default Optional<Path> deadLink(Path path) {
    return Optional.empty();
  }
}
