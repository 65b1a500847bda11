package dev.seaworthy;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.FileProblem;
import dev.seaworthy.project.GitIndex;
import dev.seaworthy.project.InputSource;
import dev.seaworthy.project.StagedRules;
import dev.seaworthy.project.configuration.Configuration;
import dev.seaworthy.project.configuration.ConfigurationFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a project has set up for itself in its {@code .seaworthy.yaml}: settings, files to leave out,
 * from where on to fail, and what is known already.
 */
public final class Project {

  static {
    ClassPath.read();
  }

  private final Optional<Path> file;
  private final Optional<Configuration> configuration;
  private final Optional<InputSource> stagedBaseline;
  private final List<Path> unstaged;

  private Project(Optional<Path> file, Optional<Configuration> configuration) {
    this(file, configuration, Optional.empty(), List.of());
  }

  private Project(
      Optional<Path> file,
      Optional<Configuration> configuration,
      Optional<InputSource> stagedBaseline,
      List<Path> unstaged) {
    this.file = file;
    this.configuration = configuration;
    this.stagedBaseline = stagedBaseline;
    this.unstaged = unstaged;
  }

  /** Nothing is set up. */
  public static Project none() {
    return new Project(Optional.empty(), Optional.empty());
  }

  /**
   * The project that files and folders lie in: of the nearest {@code .seaworthy.yaml} in their folders
   * or above, up to the root of the git repository. {@code -} and no path at all lie in {@code folder}.
   *
   * @param folder where paths count from
   * @throws UnreadableInput if the file cannot be read, or something in it is wrong
   * @throws IllegalArgumentException if the paths lie in several projects
   */
  public static Project around(Path folder, List<String> paths) throws UnreadableInput {
    Set<Path> files = new LinkedHashSet<>();
    for (String path : paths.isEmpty() ? List.of("-") : paths) {
      ConfigurationFile.above(path.equals("-") ? folder : within(folder, path))
          .ifPresent(files::add);
    }
    requireOne(files);
    return files.isEmpty() ? none() : found(folder, files.iterator().next());
  }

  /**
   * The project that {@code folder} lies in, as git is to commit it, with its baseline and its rules: a
   * configuration that is neither committed nor staged does not count. Of a link git knows no content;
   * it is read as it lies there, and so is what the configuration names and git is not to commit.
   *
   * @throws UnreadableInput if the file cannot be read, or something in it is wrong
   * @throws IOException if there is no repository, or git cannot be asked
   */
  public static Project staged(Path folder) throws IOException, UnreadableInput {
    return staged(folder, List.of());
  }

  /**
   * The same of {@code paths}, the nearest configuration from each upwards; without any, of the folder.
   *
   * @throws IllegalArgumentException if they belong to several projects
   */
  public static Project staged(Path folder, List<String> paths)
      throws IOException, UnreadableInput {
    GitIndex index = GitIndex.of(folder);
    Set<Path> files = new LinkedHashSet<>();
    for (String path : paths.isEmpty() ? List.of(".") : paths) {
      ConfigurationFile.above(
              withoutLinks(within(index.folder(), path)),
              each -> index.content(each).isPresent()
                  || index.isUnmerged(each)
                  || Files.isSymbolicLink(each))
          .ifPresent(files::add);
    }
    requireOne(files);
    return files.isEmpty() ? none() : staged(folder, index, files.iterator().next());
  }

  private static Project staged(Path folder, GitIndex index, Path file)
      throws IOException, UnreadableInput {
    if (index.isUnmerged(file)) {
      throw unreadable(called(index.folder(), file), GitIndex.UNMERGED);
    }
    Optional<InputSource> content = index.content(file);
    if (content.isEmpty()) {
      return found(folder, file);
    }
    String name = called(index.folder(), file);
    StagedRules rules = new StagedRules(index);
    Project read = checked(file, ConfigurationFile.read(file, content.get(), name, rules));
    Set<Path> unstaged = new LinkedHashSet<>(rules.unstaged());
    Optional<Path> baseline = read.baseline().map(Path::normalize);
    Optional<InputSource> known = baseline.flatMap(index::content);
    if (known.isEmpty()) {
      baseline.ifPresent(unstaged::add);
    }
    return new Project(
        read.file,
        read.configuration,
        known,
        unstaged.stream().filter(index::isWithin).toList());
  }

  /** Git knows files by their true names; what is deleted has no other. */
  private static Path withoutLinks(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException gone) {
      return path;
    }
  }

  private static void requireOne(Set<Path> files) {
    if (files.size() > 1) {
      List<Path> both = List.copyOf(files);
      throw new IllegalArgumentException("the paths belong to several projects, by " + both.get(0)
          + " and " + both.get(1) + ": check these one by one, or name one of the two");
    }
  }

  /** Nobody has named it: from a pipe nothing might ever come. */
  private static Project found(Path folder, Path file) throws UnreadableInput {
    if (Files.isRegularFile(file)) {
      return of(folder, file);
    }
    String why = Files.isDirectory(file)
        ? "it is a folder"
        : Files.exists(file)
            ? "it is a pipe or a device, which only --config reads"
            : "it is a link that leads to no file";
    throw unreadable(called(folder, file), why);
  }

  private static Path within(Path folder, String path) {
    try {
      return folder.resolve(path);
    } catch (InvalidPathException pattern) {
      return folder;
    }
  }

  /**
   * The project that {@code file} sets up, whatever it is called.
   *
   * @param folder where its path counts from, in what is said of it
   * @throws UnreadableInput if it cannot be read, or something in it is wrong
   */
  public static Project of(Path folder, Path file) throws UnreadableInput {
    Path there = folder.toAbsolutePath().normalize().resolve(file).normalize();
    return checked(there, read(there, called(folder, there)));
  }

  private static Project checked(Path file, ConfigurationFile read) throws UnreadableInput {
    if (!read.problems().isEmpty()) {
      throw new UnreadableInput(read.problems());
    }
    return new Project(Optional.of(file), read.configuration());
  }

  private static String called(Path folder, Path file) {
    Path here = folder.toAbsolutePath().normalize();
    boolean below = file.startsWith(here) && !file.equals(here);
    return (below ? here.relativize(file) : file).toString();
  }

  private static ConfigurationFile read(Path file, String name) throws UnreadableInput {
    try {
      return ConfigurationFile.read(file, name);
    } catch (IOException unreadable) {
      throw unreadable(name, FileProblem.why(unreadable));
    }
  }

  private static UnreadableInput unreadable(String name, String why) {
    return new UnreadableInput(List.of(Diagnostic.of(
        ConfigurationFile.INVALID,
        Severity.ERROR,
        "the configuration cannot be read: " + why,
        Location.ofFile(name))));
  }

  /** Its configuration; empty if there is none. */
  public Optional<Path> file() {
    return file;
  }

  /** The usual settings, with what the project says. */
  public Settings settings() {
    return configuration.map(ConfiguredSettings::of).orElseGet(Settings::usual);
  }

  /** {@code input} without what the project leaves out. */
  public Input without(Input input) {
    return configuration
        .map(said -> input.excluding(said.folder(), said.exclude()))
        .orElse(input);
  }

  /** From which severity on a command fails; empty if the project doesn't say. */
  public Optional<Severity> failOn() {
    return configuration.flatMap(Configuration::failOn);
  }

  /** Whether to say of each file that is no manifest where it is, and why. */
  public boolean notesOtherFiles() {
    return configuration
        .flatMap(Configuration::notKubernetes)
        .filter("note"::equals)
        .isPresent();
  }

  /** The file of findings that are known already; empty if the project names none. */
  public Optional<Path> baseline() {
    return configuration.flatMap(Configuration::baseline);
  }

  /**
   * What the baseline knows; empty if the project names none.
   *
   * @param folder where the paths of findings count from
   * @throws UnreadableInput if it is not there, or is none
   */
  public Optional<KnownFindings> known(Path folder) throws UnreadableInput {
    Optional<Path> baseline = baseline();
    if (baseline.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        stagedBaseline.isPresent()
            ? KnownFindings.read(folder, baseline.get(), stagedBaseline.get())
            : KnownFindings.read(folder, baseline.get()));
  }

  /**
   * Files and folders of the repository that a configuration which is to be committed names, and that
   * are read as they lie there, for git is to commit nothing of them.
   */
  public List<Path> unstaged() {
    return unstaged;
  }
}
