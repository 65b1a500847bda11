package dev.seaworthy.project;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.manifest.ProblemCode;
import dev.seaworthy.project.InputDiscovery.Found;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a user leaves out of an input by patterns in git's syntax: {@code charts/} is every folder of
 * that name, {@code /web/charts/} the one in {@code web}, {@code !keep.yaml} an exception. Files that
 * are named one by one are left out, too, as hooks name whatever has changed.
 */
public final class Exclusion {

  private final List<Path> folders;
  private final IgnoreFile rules;

  private Exclusion(List<Path> folders, IgnoreFile rules) {
    this.folders = folders;
    this.rules = rules;
  }

  /**
   * Leaves out what {@code patterns} match, the later ones before the earlier; their paths count from
   * {@code folder}.
   *
   * @throws IllegalArgumentException if a pattern means nothing
   */
  public static Exclusion of(Path folder, List<String> patterns) {
    Path here = folder.toAbsolutePath().normalize();
    return new Exclusion(namesOf(here), IgnoreFile.of(Path.of(""), patterns));
  }

  /** What is wrong with a pattern that means nothing; empty if it means something. */
  public static Optional<String> mistake(String pattern) {
    return IgnorePattern.read(pattern).isPresent()
        ? Optional.empty()
        : Optional.of("the pattern '" + pattern
            + "' matches nothing; write the name of a file or folder, or such as charts/**");
  }

  /** What is found by links resolved lies in the same folder. */
  private static List<Path> namesOf(Path folder) {
    try {
      return List.of(folder, folder.toRealPath());
    } catch (IOException notThere) {
      return List.of(folder);
    }
  }

  /** {@code found} without what is left out, of which it keeps notes. */
  public Found without(Found found) {
    List<InputSource> kept = new ArrayList<>();
    List<Diagnostic> passedOver = new ArrayList<>(found.passedOver());
    for (InputSource source : found.sources()) {
      if (excludes(source)) {
        passedOver.add(
            PassedOver.note(ProblemCode.EXCLUDED, source.name(), "the file is excluded"));
      } else {
        kept.add(source);
      }
    }
    List<Diagnostic> problems = found.problems().stream()
        .filter(problem -> !excludes(problem.place().file()))
        .toList();
    return new Found(kept, problems, passedOver);
  }

  /** {@code around} without what is left out. */
  public Surroundings without(Surroundings around) {
    return new Surroundings(
        around.where(), without(around.sources()), around.complete(), without(around.replaced()));
  }

  private List<InputSource> without(List<InputSource> files) {
    return files.stream().filter(source -> !excludes(source)).toList();
  }

  private boolean excludes(InputSource source) {
    return source.path().filter(this::excludes).isPresent();
  }

  /** Whether the file that diagnostics call {@code name} is left out; standard input never is. */
  public boolean excludes(String name) {
    try {
      return excludes(Path.of(name));
    } catch (InvalidPathException noPath) {
      return false;
    }
  }

  /** A folder that is left out is so with everything in it, as for git. */
  private boolean excludes(Path file) {
    Path path = within(file.toAbsolutePath().normalize());
    for (int length = 1; length < path.getNameCount(); length++) {
      if (Boolean.TRUE.equals(rules.decide(path.subpath(0, length), true))) {
        return true;
      }
    }
    return Boolean.TRUE.equals(rules.decide(path, false));
  }

  /** Of files elsewhere the whole path counts. */
  private Path within(Path file) {
    for (Path folder : folders) {
      if (file.startsWith(folder)) {
        return folder.relativize(file);
      }
    }
    return file.getNameCount() == 0 ? file : file.subpath(0, file.getNameCount());
  }
}
