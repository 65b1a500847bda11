package dev.seaworthy.cli;

import dev.seaworthy.KnownFindings;
import dev.seaworthy.LintReport;
import dev.seaworthy.Project;
import dev.seaworthy.Settings;
import dev.seaworthy.UnreadableInput;
import dev.seaworthy.report.FileReport;
import dev.seaworthy.report.Tally;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** What is known already, so that only new findings are told. */
final class BaselineOptions {

  private @Nullable Path baseline;
  private boolean update;

  void addTo(CommandSpec spec) {
    spec.addOption(Options.value("FILE", Path.class, given -> baseline = given, "--baseline")
        .description("Findings that are known already and are not told again; default: what the"
            + " configuration names.")
        .build());
    spec.addOption(Options.flag(
        "--update-baseline",
        "Write what is found to the baseline, .seaworthy-baseline.yaml where none is named.",
        given -> update = given));
  }

  /** What is to be told of files, given one by one: without what is known. */
  Passage passage(Settings settings, Project project, Console console, Consumer<FileReport> told)
      throws UnreadableInput {
    Optional<Path> named = named(project, console);
    if (update) {
      return new Updating(settings, named, project, console, told);
    }
    if (named.isEmpty()) {
      tellOfUnnamed(project, console);
    }
    Optional<KnownFindings> known = findings(project, console);
    return known.isEmpty()
        ? new Passage(told)
        : new Comparing(named.orElseThrow(), known.get().comparison(settings), console, told);
  }

  /** Who has written a baseline means it to be heeded. */
  private static void tellOfUnnamed(Project project, Console console) {
    Path file = usual(project, console);
    if (Files.isRegularFile(file)) {
      console.tell(
          "seaworthy: the baseline " + file + " is here, but not named, so all findings are"
              + " told; to have it heeded, " + naming(file));
    }
  }

  private static String naming(Path file) {
    return "say 'baseline: " + file.getFileName() + "' in .seaworthy.yaml, or give --baseline";
  }

  /** Hands files on. */
  static class Passage {

    private final Consumer<FileReport> told;

    private Passage(Consumer<FileReport> told) {
      this.told = told;
    }

    void file(FileReport file) {
      told.accept(file);
    }

    /** No more files come. */
    void end() throws UnreadableInput {}
  }

  /** Hands files on without what is known. */
  private static final class Comparing extends Passage {

    private final Path baseline;
    private final KnownFindings.Comparison known;
    private final Console console;

    private Comparing(
        Path baseline, KnownFindings.Comparison known, Console console, Consumer<FileReport> told) {
      super(told);
      this.baseline = baseline;
      this.known = known;
      this.console = console;
    }

    @Override
    void file(FileReport file) {
      super.file(known.of(file));
    }

    @Override
    void end() {
      int gone = known.gone();
      if (gone > 0) {
        console.tell(
            "seaworthy: " + gone + (gone == 1 ? " finding of " : " findings of ") + baseline
                + (gone == 1 ? " is" : " are") + " gone: --update-baseline takes "
                + (gone == 1 ? "it" : "them") + " out");
      }
    }
  }

  /** Keeps files until the baseline is written that knows all of them. */
  private static final class Updating extends Passage {

    private final Settings settings;
    private final Optional<Path> named;
    private final Project project;
    private final Console console;
    private final List<FileReport> files = new ArrayList<>();

    private Updating(
        Settings settings,
        Optional<Path> named,
        Project project,
        Console console,
        Consumer<FileReport> told) {
      super(told);
      this.settings = settings;
      this.named = named;
      this.project = project;
      this.console = console;
    }

    @Override
    void file(FileReport file) {
      files.add(file);
    }

    @Override
    void end() throws UnreadableInput {
      requireObjects();
      LintReport report = new LintReport(files, List.of());
      update(report, settings, named, project, console).files().forEach(super::file);
    }

    private void requireObjects() {
      Tally tally = new Tally();
      files.forEach(tally::add);
      if (tally.isOfNothing()) {
        throw new CommandFailure(
            "there is no object to take findings of down: the baseline stays as it is");
      }
    }
  }

  /** Whether what is found becomes the baseline. */
  boolean isUpdated() {
    return update;
  }

  /** Takes out of a report what is known already. */
  UnaryOperator<LintReport> known(Settings settings, Project project, Console console)
      throws UnreadableInput {
    Optional<KnownFindings> known = findings(project, console);
    return known.isEmpty()
        ? UnaryOperator.identity()
        : report -> known.get().compare(report, settings).report();
  }

  private Optional<KnownFindings> findings(Project project, Console console)
      throws UnreadableInput {
    return baseline == null
        ? project.known(console.folder())
        : Optional.of(KnownFindings.read(console.folder(), console.folder().resolve(baseline)));
  }

  private Optional<Path> named(Project project, Console console) {
    return Optional.ofNullable(baseline)
        .map(file -> console.folder().resolve(file))
        .or(project::baseline);
  }

  private static LintReport update(
      LintReport report, Settings settings, Optional<Path> named, Project project, Console console)
      throws UnreadableInput {
    Path file = named.orElseGet(() -> usual(project, console));
    KnownFindings before = Files.exists(file)
        ? KnownFindings.read(console.folder(), file)
        : KnownFindings.none(console.folder(), file);
    write(file, before.updated(report));
    if (named.isEmpty()) {
      console.tell("seaworthy: " + file + " is written; to have it heeded, " + naming(file));
    }
    return KnownFindings.read(console.folder(), file).compare(report, settings).report();
  }

  private static Path usual(Project project, Console console) {
    return project
        .file()
        .map(configuration -> configuration.resolveSibling(KnownFindings.USUAL_NAME))
        .orElseGet(() -> console.folder().resolve(KnownFindings.USUAL_NAME));
  }

  private static void write(Path path, String text) {
    ReportFile file = ReportFile.create(path);
    try {
      file.out().print(text);
      file.complete();
    } finally {
      file.discard();
    }
  }
}
