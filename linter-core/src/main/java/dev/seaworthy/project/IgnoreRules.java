package dev.seaworthy.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the ignore files of a folder and of those above it leave out. Rules of a deeper folder win,
 * and {@code .seaworthyignore} wins over {@code .gitignore} beside it.
 */
final class IgnoreRules {

  /** Nothing is left out. */
  static final IgnoreRules NONE = new IgnoreRules(null, List.of());

  private static final List<String> FILES = List.of(".seaworthyignore", ".gitignore");

  private final @Nullable IgnoreRules above;
  private final List<IgnoreFile> files;

  private IgnoreRules(@Nullable IgnoreRules above, List<IgnoreFile> files) {
    this.above = above;
    this.files = files;
  }

  /** The rules that hold in {@code folder} from outside: up to the root of its git repository. */
  static IgnoreRules above(Path folder) throws IOException {
    Path repository = repositoryOf(folder);
    return repository == null || repository.equals(folder)
        ? NONE
        : between(repository, folder.getParent());
  }

  /** Whether {@code path}, an absolute one, or a folder that it lies in is left out of its repository. */
  static boolean leaveOut(Path path) throws IOException {
    Path repository = repositoryOf(path);
    if (repository == null) {
      return false;
    }
    for (Path part = path; part != null && !part.equals(repository); part = part.getParent()) {
      Path folder = part.getParent();
      IgnoreRules rules = above(part);
      boolean isFolder = !part.equals(path);
      if (folder != null
          && (rules.ignores(folder, part, true)
              || !isFolder && rules.ignores(folder, part, false))) {
        return true;
      }
    }
    return false;
  }

  private static IgnoreRules between(Path repository, @Nullable Path folder) throws IOException {
    if (folder == null) {
      return NONE;
    }
    IgnoreRules outer = folder.equals(repository) ? NONE : between(repository, folder.getParent());
    return outer.in(folder);
  }

  /** The root of the git repository that {@code folder}, an absolute path, lies in. */
  static @Nullable Path repositoryOf(Path folder) {
    @Nullable Path candidate = folder;
    while (candidate != null && !Files.exists(candidate.resolve(".git"))) {
      candidate = candidate.getParent();
    }
    return candidate;
  }

  /** These rules and those of the ignore files in {@code folder}. */
  IgnoreRules in(Path folder) throws IOException {
    List<IgnoreFile> found = new ArrayList<>(0);
    for (String name : FILES) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        found.add(IgnoreFile.read(folder, file));
      }
    }
    return found.isEmpty() ? this : new IgnoreRules(this, found);
  }

  /** Whether what {@code path} is called in {@code realFolder}, an absolute path, is left out. */
  boolean ignores(Path realFolder, Path path, boolean isFolder) {
    if (this == NONE) {
      return false;
    }
    Path real = realFolder.resolve(path.getFileName());
    for (IgnoreRules rules = this; rules != null; rules = rules.above) {
      for (IgnoreFile file : rules.files) {
        @Nullable Boolean decision = file.decide(real, isFolder);
        if (decision != null) {
          return decision;
        }
      }
    }
    return false;
  }
}
