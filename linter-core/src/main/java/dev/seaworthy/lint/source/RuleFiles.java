package dev.seaworthy.lint.source;

import dev.seaworthy.manifest.FileBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the definitions of rules are read from. */
public interface RuleFiles {

  /** Files as they lie on the disk. */
  RuleFiles DISK = new RuleFiles() {
    @Override
    public boolean isFolder(Path path) {
      return Files.isDirectory(path);
    }

    @Override
    public boolean has(Path file) {
      return Files.isRegularFile(file);
    }

    @Override
    public List<Path> folders(Path folder) throws IOException {
      try (Stream<Path> entries = Files.list(folder)) {
        return entries.filter(Files::isDirectory).sorted().toList();
      }
    }

    @Override
    public Optional<byte[]> read(Path file, int most) throws IOException {
      return Files.isRegularFile(file)
          ? Optional.of(FileBytes.wholeOfAny(file, most))
          : Optional.empty();
    }
  };

  boolean isFolder(Path path);

  /** Whether there is such a file, whatever it holds. */
  boolean has(Path file);

  /** The folders in {@code folder}, by name. */
  List<Path> folders(Path folder) throws IOException;

  /**
   * The content of {@code file}; empty if there is no such file.
   *
   * @throws IOException also if it has more than {@code most} bytes
   */
  Optional<byte[]> read(Path file, int most) throws IOException;
}
