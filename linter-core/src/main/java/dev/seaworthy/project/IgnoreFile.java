package dev.seaworthy.project;

import dev.seaworthy.manifest.FileBytes;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One ignore file in git's syntax. */
final class IgnoreFile {

  /** What lies beyond is not read; such a file lists names, and no person wrote it. */
  private static final int MOST_BYTES = 1 << 24;

  private final Path folder;
  private final List<IgnorePattern> patterns;

  private IgnoreFile(Path folder, List<IgnorePattern> patterns) {
    this.folder = folder;
    this.patterns = patterns;
  }

  static IgnoreFile read(Path folder, Path file) throws IOException {
    String text = new String(FileBytes.of(file, MOST_BYTES), StandardCharsets.UTF_8);
    List<IgnorePattern> patterns = new ArrayList<>();
    text.lines().forEach(line -> IgnorePattern.read(line).ifPresent(patterns::add));
    return new IgnoreFile(folder, patterns);
  }

  /**
   * Patterns that somebody wrote elsewhere than in a file; paths count from {@code folder}.
   *
   * @throws IllegalArgumentException if one of them means nothing
   */
  static IgnoreFile of(Path folder, List<String> patterns) {
    List<IgnorePattern> read = new ArrayList<>();
    for (String pattern : patterns) {
      Exclusion.mistake(pattern).ifPresent(wrong -> {
        throw new IllegalArgumentException(wrong);
      });
      IgnorePattern.read(pattern).ifPresent(read::add);
    }
    return new IgnoreFile(folder, read);
  }

  /** Whether {@code path} is left out; null if no rule speaks of it. */
  @Nullable
  Boolean decide(Path path, boolean isFolder) {
    String relative = folder.relativize(path).toString().replace(File.separatorChar, '/');
    String[] names = relative.split("/");
    for (int i = patterns.size() - 1; i >= 0; i--) {
      if (patterns.get(i).matches(names, isFolder)) {
        return !patterns.get(i).keeps();
      }
    }
    return null;
  }
}
