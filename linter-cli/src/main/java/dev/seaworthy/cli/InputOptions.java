package dev.seaworthy.cli;

import dev.seaworthy.Input;
import dev.seaworthy.Project;
import dev.seaworthy.Seaworthy;
import dev.seaworthy.Settings;
import dev.seaworthy.UnreadableInput;
import dev.seaworthy.api.Release;
import dev.seaworthy.judge.OtherFiles;
import dev.seaworthy.judge.Placeholders;
import dev.seaworthy.manifest.FileProblem;
import dev.seaworthy.report.ReportContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** What to read, and for which release. */
final class InputOptions {

  private static final int MOST_THREADS = 256;

  private List<String> arguments = List.of();
  private List<String> files = List.of();
  private List<String> schemaLocations = List.of();
  private List<String> crds = List.of();
  private final RemoteOptions remote = new RemoteOptions();
  private boolean strictKinds;
  private @Nullable Release release;
  private int threads = Runtime.getRuntime().availableProcessors();
  private @Nullable OtherFiles otherFiles;
  private @Nullable Placeholders placeholders;
  private List<String> excludes = List.of();
  private @Nullable Path configuration;
  private boolean unconfigured;
  private Project project = Project.none();

  void addTo(CommandSpec spec) {
    spec.addPositional(Options.arguments("PATH", given -> arguments = given)
        .arity("0..*")
        .description("A file, a folder, or - for standard input.")
        .build());
    spec.addOption(Options.values("PATH", given -> files = given, "-f", "--filename")
        .description("The same, as kubectl takes it; may be given several times.")
        .build());
    spec.addOption(ReleaseConverter.option(
        given -> release = given,
        "The release to judge by, such as 1.34; default: the newest known."));
    spec.addOption(WholeNumber.option(1, MOST_THREADS, given -> threads = given, "-j", "--threads")
        .description("How many files to work on at a time; default: one for each core.")
        .build());
    spec.addOption(
        Options.value("WHAT", OtherFiles.class, given -> otherFiles = given, "--not-kubernetes")
            .description(
                "${COMPLETION-CANDIDATES}: pass over what is no whole object (other tools' files,"
                    + " templates, "
                    + "patches) and count it, say where it is, or refuse it; default: skip.")
            .build());
    spec.addOption(Options.values("GLOB", given -> excludes = given, "--exclude")
        .description(
            "Leave out files and folders, also those that are named, by a pattern as in .gitignore;"
                + " may be given several times.")
        .build());
    spec.addOption(Options.value(
            "WHAT", Placeholders.class, given -> placeholders = given, "--placeholders")
        .description("${COMPLETION-CANDIDATES}: whether variables such as $${NAME} stand for values"
            + " that are not known yet, or are mistakes; default: unknown.")
        .build());
    spec.addOption(Options.value("FILE", Path.class, given -> configuration = given, "--config")
        .description("The configuration; default: the nearest .seaworthy.yaml, from PATH upwards.")
        .build());
    spec.addOption(
        Options.flag("--no-config", "Heed no .seaworthy.yaml.", given -> unconfigured = given));
    spec.addOption(Options.values("PATH", given -> crds = given, "--crds")
        .description(
            "CustomResourceDefinitions, a file, a folder or the URL of a file; may be given several"
                + " times. Those among the files that are judged count in any case.")
        .build());
    spec.addOption(Options.flag(
        "--strict-kinds",
        "Make it an error that nobody has defined an object's kind; default: a note.",
        given -> strictKinds = given));
    spec.addOption(Options.values("LOCATION", given -> schemaLocations = given, "--schema-location")
        .description(
            "Where kinds of your own are described; may be given several times. A folder that"
                + " 'schema import' wrote, or a path or URL of JSON Schemas in kubeconform's"
                + " syntax.")
        .build());
    remote.addTo(spec);
  }

  /** Reads {@code given}, as if they stood on a command line without options. */
  void read(List<String> given) {
    arguments = given;
  }

  /** Finds the configuration that holds for what is to be read. */
  void configure(Console console) throws UnreadableInput {
    configure(console, () -> Project.around(console.folder(), paths()));
  }

  /** Where a project is looked for that no option names. */
  @FunctionalInterface
  interface Search {
    Project find() throws UnreadableInput;
  }

  /** The same, found in another way. */
  void configure(Console console, Search search) throws UnreadableInput {
    if (configuration != null && unconfigured) {
      throw new CommandFailure("--config and --no-config contradict each other: leave one out");
    }
    try {
      if (configuration != null) {
        project = Project.of(console.folder(), configuration);
      } else if (!unconfigured) {
        project = search.find();
      }
    } catch (IllegalArgumentException several) {
      throw new CommandFailure(several.getMessage() + " by --config");
    }
  }

  /** What the project has set up; known when {@link #configure} was asked for. */
  Project project() {
    return project;
  }

  /** What the project and, before it, the options say, as far as they are the same for each command. */
  Settings settings() {
    Settings settings =
        project.settings().withThreads(threads).addingSchemas(schemaLocations).addingCrds(crds);
    settings = release == null ? settings : settings.withKubernetes(release.toString());
    settings = remote.settings(strictKinds ? settings.withStrictKinds() : settings);
    if (placeholders != null) {
      settings = placeholders == Placeholders.ERROR
          ? settings.refusingPlaceholders()
          : settings.acceptingPlaceholders();
    }
    if (otherFiles != null) {
      settings = otherFiles == OtherFiles.ERROR
          ? settings.refusingOtherFiles()
          : settings.skippingOtherFiles();
    }
    return settings;
  }

  /** The answers by those settings. */
  static Seaworthy seaworthy(Settings settings) {
    try {
      return Seaworthy.of(settings);
    } catch (UncheckedIOException unreadable) {
      throw new CommandFailure(FileProblem.named(Objects.requireNonNull(unreadable.getCause())));
    } catch (IllegalArgumentException wrong) {
      throw new CommandFailure(String.valueOf(wrong.getMessage()));
    }
  }

  List<String> paths() {
    List<String> paths = new ArrayList<>(files);
    paths.addAll(arguments);
    return paths;
  }

  /** Whether {@code file} is one that is named to be read. */
  boolean reads(Path file) {
    return paths().stream().filter(path -> !path.equals("-")).anyMatch(path -> {
      try {
        return Files.isSameFile(Path.of(path), file);
      } catch (IOException | InvalidPathException noFile) {
        return false;
      }
    });
  }

  /** {@code context} with how much to say of what is not judged. */
  ReportContext context(ReportContext context) {
    boolean listed = otherFiles == null ? project.notesOtherFiles() : otherFiles == OtherFiles.NOTE;
    return context.listingNotes(listed);
  }

  /** For commands that read something else: a path that is given must not be passed over. */
  void refusePaths(String why) {
    if (!paths().isEmpty()) {
      throw new CommandFailure(why + "; leave out " + String.join(", ", paths()));
    }
  }

  Input find(Console console) {
    requirePaths();
    return excluding(Input.paths(paths(), console.in()), console);
  }

  /** The same; that a path leads nowhere ends the run. */
  Input findAll(Console console) throws UnreadableInput {
    Input found = find(console);
    if (!found.problems().isEmpty()) {
      throw new UnreadableInput(found.problems());
    }
    return found;
  }

  /** As {@link #find}; files that are named one by one are seen with what lies beside them. */
  Input findAmidNeighbours(Console console) {
    requirePaths();
    return excluding(Input.pathsAmidNeighbours(paths(), console.in()), console);
  }

  /** {@code found} without what is not wanted. */
  Input excluding(Input found, Console console) {
    try {
      return project.without(found).excluding(console.folder(), excludes);
    } catch (IllegalArgumentException wrong) {
      throw new CommandFailure("--exclude: " + wrong.getMessage());
    }
  }

  private void requirePaths() {
    if (paths().isEmpty()) {
      throw new CommandFailure("nothing to read: name a file, a folder, or - for standard input");
    }
  }
}
