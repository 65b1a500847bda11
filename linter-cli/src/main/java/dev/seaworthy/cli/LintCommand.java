package dev.seaworthy.cli;

import dev.seaworthy.FixReport;
import dev.seaworthy.Input;
import dev.seaworthy.LintReport;
import dev.seaworthy.PathSuppressions;
import dev.seaworthy.Seaworthy;
import dev.seaworthy.Settings;
import dev.seaworthy.UnreadableInput;
import dev.seaworthy.report.FileReport;
import dev.seaworthy.report.Neighbourhood;
import dev.seaworthy.report.Question;
import dev.seaworthy.report.ReportContext;
import dev.seaworthy.report.Tally;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;

/** Everything there is to say about manifests. */
final class LintCommand implements Callable<Integer> {

  private final Console console;

  private final InputOptions input = new InputOptions();
  private final ClusterOptions cluster = new ClusterOptions();
  private final SurroundingsOptions surroundings = new SurroundingsOptions();
  private final LintOptions lint = new LintOptions();
  private final UpdateOptions updates = new UpdateOptions();
  private final OutputOptions output = new OutputOptions();
  private final FailureOptions failure = new FailureOptions();
  private final BaselineOptions baseline = new BaselineOptions();
  private final FixOptions fix = new FixOptions();

  LintCommand(Console console) {
    this.console = console;
  }

  CommandSpec spec() {
    CommandSpec spec = Options.command(
        "lint",
        this,
        "Say everything there is to say about manifests: what an API server would refuse, and what"
            + " it would accept although a careful reviewer would not.");
    Options.examples(
        spec,
        "seaworthy lint k8s/",
        "seaworthy lint --profile strict --fail-on warning k8s/",
        "helm template shop | seaworthy lint -",
        "seaworthy lint --group rule k8s/              what each rule finds, and once what to do",
        "seaworthy lint --staged --fail-on warning     as a git hook",
        "seaworthy lint --update-baseline k8s/         write down what is known already",
        "seaworthy lint --fix-unsafe --diff k8s/       what could be mended, and how",
        "",
        "seaworthy rules tells which rules there are; a comment such as",
        "  # seaworthy:ignore image-tag-mutable -- this is a sandbox",
        "on a line, or above it, keeps one quiet there.");
    input.addTo(spec);
    cluster.addTo(spec);
    surroundings.addTo(spec);
    updates.addTo(spec);
    lint.addTo(spec);
    fix.addTo(spec);
    baseline.addTo(spec);
    output.addTo(spec, Question.LINT);
    output.addGroupingTo(spec);
    failure.addTo(spec);
    return spec;
  }

  /** This command over {@code paths}, with none of its options. */
  LintCommand over(List<String> paths) {
    input.read(paths);
    return this;
  }

  @Override
  public Integer call() throws UnreadableInput {
    fix.check(input.paths(), surroundings.isStaged(), baseline.isUpdated());
    surroundings.configure(input, console);
    failure.heed(input.project());
    Settings settings = settings();
    Seaworthy seaworthy = updates.compare(InputOptions.seaworthy(settings), input.paths(), console);
    Input found = surroundings.find(input, console);
    if (fix.showDifference()) {
      FixReport fixed = fixed(seaworthy, found, settings);
      return status(FixOptions.show(fixed, console), tallyOf(fixed.remaining()));
    }
    ReportContext context = input
        .context(OutputOptions.context(Question.LINT, settings.kubernetes())
            .withOwnRules(settings.ownRules()))
        .withFailOn(Optional.of(failure.threshold()));
    Progress progress = new Progress(console, found.size());
    try (Outputs outputs = output.open(input, console, progress, context)) {
      BaselineOptions.Passage known =
          baseline.passage(settings, input.project(), console, outputs::file);
      PathSuppressions suppressions = PathSuppressions.of(settings);
      Consumer<FileReport> told = file -> {
        suppressions.add(file);
        known.file(file);
      };
      Mended mended = fix.areGiven()
          ? mended(seaworthy, found, settings, told)
          : new Mended(seaworthy.lint(found, file -> progress.step(), told), true);
      if (judgesProject()) {
        suppressions.unused().forEach(known::file);
      }
      known.end();
      outputs.seenWith(mended.neighbourhoods());
      Tally tally = outputs.end();
      return mended.complete() ? status(failure.status(tally), tally) : ExitStatus.FAILURE;
    }
  }

  /** Whether all files of the project are judged, so that what is for none of them is for nothing. */
  private boolean judgesProject() {
    Optional<Path> folder =
        input.project().file().map(file -> file.toAbsolutePath().getParent());
    return folder.isPresent()
        && !surroundings.isStaged()
        && input.paths().stream().anyMatch(path -> holds(path, folder.get()));
  }

  private boolean holds(String path, Path folder) {
    try {
      return !path.equals("-")
          && folder.toRealPath().startsWith(console.folder().resolve(path).toRealPath());
    } catch (IOException | InvalidPathException noFolder) {
      return false;
    }
  }

  /** What is about to be committed may be anything. */
  private int status(int status, Tally tally) {
    return surroundings.isStaged()
        ? status
        : NothingJudged.status(status, tally, input.paths(), "lint", console);
  }

  private static Tally tallyOf(LintReport report) {
    Tally tally = new Tally();
    report.files().forEach(tally::add);
    return tally;
  }

  private Settings settings() throws UnreadableInput {
    Settings settings = output.settings(lint.settings(cluster.settings(input.settings()), console));
    return fix.areTold() ? settings.withFixes() : settings;
  }

  private FixReport fixed(Seaworthy seaworthy, Input found, Settings settings)
      throws UnreadableInput {
    return fix.fix(seaworthy, found, baseline.known(settings, input.project(), console));
  }

  /**
   * What was looked at beside the files that are mended.
   *
   * @param complete whether all of them could be written
   */
  private record Mended(List<Neighbourhood> neighbourhoods, boolean complete) {}

  /** Tells what is left when the files are written: of those that could not be, what is there. */
  private Mended mended(
      Seaworthy seaworthy, Input found, Settings settings, Consumer<FileReport> told)
      throws UnreadableInput {
    FixReport report = fixed(seaworthy, found, settings);
    if (!FixOptions.write(report, console)) {
      return new Mended(seaworthy.lint(found, file -> {}, told), false);
    }
    report.remaining().files().forEach(told);
    return new Mended(report.remaining().neighbourhoods(), true);
  }
}
