package dev.seaworthy.project.configuration;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.lint.source.RuleFiles;
import dev.seaworthy.manifest.FileBytes;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.ValueProblems;
import dev.seaworthy.project.InputSource;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code .seaworthy.yaml}.
 *
 * @param configuration what it says; empty if anything in it is wrong
 * @param problems what is wrong, with the places
 */
public record ConfigurationFile(Optional<Configuration> configuration, List<Diagnostic> problems) {

  /** What it is called. */
  public static final String NAME = ".seaworthy.yaml";

  /** The code of what is wrong with it. */
  public static final String INVALID = "configuration-invalid";

  private static final int MOST_BYTES = 1 << 20;

  public ConfigurationFile {
    problems = List.copyOf(problems);
  }

  /**
   * The nearest one from {@code start} upwards, as far as the root of its git repository, or of the
   * file system where there is none. What has the name counts though it cannot be read, such as a link
   * that leads nowhere: somebody wants to be heeded.
   *
   * @param start a file or folder, whether it exists or not
   */
  public static Optional<Path> above(Path start) {
    return above(start, file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS));
  }

  /** The same among the files that {@code counts} holds for. */
  public static Optional<Path> above(Path start, Predicate<Path> counts) {
    @Nullable Path folder = start.toAbsolutePath().normalize();
    while (folder != null) {
      Path file = folder.resolve(NAME);
      if (counts.test(file)) {
        return Optional.of(file);
      }
      folder = Files.exists(folder.resolve(".git")) ? null : folder.getParent();
    }
    return Optional.empty();
  }

  /**
   * Reads one.
   *
   * @param name what to call it in messages
   * @throws IOException if it cannot be read
   */
  public static ConfigurationFile read(Path file, String name) throws IOException {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return of(name, folder == null ? Path.of("") : folder, FileBytes.wholeOfAny(file, MOST_BYTES));
  }

  /**
   * The same of a file whose content is somewhere else than at its place.
   *
   * @param files where the rules lie that it names
   */
  public static ConfigurationFile read(Path file, InputSource content, String name, RuleFiles files)
      throws IOException {
    byte[] text = content.read(MOST_BYTES + 1);
    if (text.length > MOST_BYTES) {
      throw new FileSystemException(name, null, "it has more than " + MOST_BYTES + " bytes");
    }
    Path folder = file.getParent();
    return of(name, folder == null ? Path.of("") : folder, text, files);
  }

  /** The same of a text that is at hand; paths in it count from {@code folder}. */
  public static ConfigurationFile of(String name, Path folder, byte[] text) {
    return of(name, folder, text, RuleFiles.DISK);
  }

  private static ConfigurationFile of(String name, Path folder, byte[] text, RuleFiles files) {
    ValueProblems problems = new ValueProblems(INVALID, name);
    Node root = problems.only(new ManifestReader().readValues(name, text), "a configuration");
    if (!problems.isEmpty()) {
      return new ConfigurationFile(Optional.empty(), problems.all());
    }
    Configuration configuration = new ConfigurationReader(problems, folder, files).read(root);
    return new ConfigurationFile(
        problems.isEmpty() ? Optional.of(configuration) : Optional.empty(), problems.all());
  }
}
