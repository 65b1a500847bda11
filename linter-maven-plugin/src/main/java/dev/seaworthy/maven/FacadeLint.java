package dev.seaworthy.maven;

import dev.seaworthy.FixReport;
import dev.seaworthy.FixedFile;
import dev.seaworthy.Fixing;
import dev.seaworthy.Input;
import dev.seaworthy.KnownFindings;
import dev.seaworthy.LintReport;
import dev.seaworthy.Project;
import dev.seaworthy.ReportFormats;
import dev.seaworthy.Seaworthy;
import dev.seaworthy.Settings;
import dev.seaworthy.UnreadableInput;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.report.Question;
import dev.seaworthy.report.ReportContext;
import dev.seaworthy.report.ReportFormat;
import dev.seaworthy.report.Tally;
import dev.seaworthy.report.text.Palette;
import dev.seaworthy.report.text.Summary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Asks the façade and tells what it says. */
public final class FacadeLint implements Lint {

  @Override
  public void run(Choices choices, Log log) throws MojoExecutionException, MojoFailureException {
    Project project = project(choices);
    if (choices.task() instanceof Task.Mending mending) {
      mend(mending, choices, project, log);
    } else if (choices.task() instanceof Task.Telling telling) {
      tell(telling, choices, project, log);
    }
  }

  private static void mend(Task.Mending task, Choices choices, Project project, Log log)
      throws MojoExecutionException {
    Settings settings = ChosenSettings.of(choices, project);
    Optional<KnownFindings> known = known(choices, project);
    Fixing fixing = task.alsoUnsafe() ? Fixing.alsoUnsafe() : Fixing.safe();
    FixReport report = seaworthy(settings)
        .fix(
            input(choices, project),
            fixing.without(
                found -> known.map(all -> all.compare(found, settings).report()).orElse(found)));
    for (FixedFile file : report.files()) {
      try {
        file.write();
      } catch (IOException refused) {
        throw new MojoExecutionException(
            "cannot mend " + file.before().file() + ": " + refused.getMessage(), refused);
      }
      log.info("mended " + file.before().file());
    }
    report
        .inOtherEncodings()
        .forEach(
            file -> log.warn(file + " is left as it is: it is UTF-16, and only UTF-8 is written"));
    log.info(report.sentence("mended"));
  }

  private static void tell(Task.Telling task, Choices choices, Project project, Log log)
      throws MojoExecutionException, MojoFailureException {
    Settings settings = told(ChosenSettings.of(choices, project), task);
    Optional<Severity> threshold = ChosenSettings.threshold(task.failOn(), project);
    LintReport report =
        compared(seaworthy(settings).lint(input(choices, project)), settings, choices, project);
    Tally tally = new Tally();
    report.files().forEach(tally::add);
    tally.seenWith(report.neighbourhoods());
    new BuildLog(log, threshold).tell(report, notes(choices, project));
    ReportContext context = ReportContext.of(Question.LINT, settings.kubernetes())
        .withVersion(version())
        .withFailOn(threshold)
        .withFolder(choices.root())
        .withOwnRules(settings.ownRules());
    new ReportFiles(task.reports()).write(report, task.formats(), context, tally);
    String summary = Summary.of(tally, settings.kubernetes(), Palette.PLAIN);
    Summary.unbuilt(tally, "lint").ifPresent(log::info);
    if (tally.failures() > 0) {
      throw new MojoExecutionException("seaworthy could not check everything. " + summary);
    }
    if (threshold.filter(from -> tally.atLeast(from) > 0).isPresent()) {
      throw new MojoFailureException(summary);
    }
    if (tally.isOfNothing()) {
      log.warn(summary + Summary.passedOver(tally).map(what -> " " + what + ".").orElse(""));
    } else {
      log.info(summary);
    }
  }

  /** Empty where it runs from classes. */
  private static String version() {
    return Optional.ofNullable(FacadeLint.class.getPackage().getImplementationVersion())
        .orElse("");
  }

  /** What would mend a finding is found out for reports that tell it. */
  private static Settings told(Settings settings, Task.Telling task) {
    boolean fixes = task.formats().stream()
        .anyMatch(
            name -> ReportFormats.find(name).filter(ReportFormat::tellsFixes).isPresent());
    return fixes ? settings.withFixes() : settings;
  }

  private static boolean notes(Choices choices, Project project) {
    return choices.notKubernetes().isEmpty()
        ? project.notesOtherFiles()
        : choices.notKubernetes().equals("note");
  }

  private static Project project(Choices choices) throws MojoExecutionException {
    try {
      return choices.configuration().isPresent()
          ? Project.of(choices.root(), choices.configuration().get())
          : Project.around(choices.project(), choices.paths());
    } catch (UnreadableInput wrong) {
      throw unreadable(wrong);
    } catch (IllegalArgumentException several) {
      throw new MojoExecutionException(several.getMessage() + " by <configuration>");
    }
  }

  private static LintReport compared(
      LintReport report, Settings settings, Choices choices, Project project)
      throws MojoExecutionException {
    return known(choices, project)
        .map(known -> known.compare(report, settings).report())
        .orElse(report);
  }

  private static Optional<KnownFindings> known(Choices choices, Project project)
      throws MojoExecutionException {
    Optional<Path> baseline = choices.baseline().or(project::baseline);
    if (baseline.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(KnownFindings.read(choices.root(), baseline.get()));
    } catch (UnreadableInput wrong) {
      throw unreadable(wrong);
    }
  }

  /** All that is wrong with a file of the project's own. */
  private static MojoExecutionException unreadable(UnreadableInput wrong) {
    return new MojoExecutionException(wrong.problems().stream()
        .map(problem -> problem.place() + ": " + problem.message())
        .collect(Collectors.joining("\n")));
  }

  private static Input input(Choices choices, Project project) throws MojoExecutionException {
    try {
      return project
          .without(Input.pathsAmidNeighbours(choices.paths(), InputStream.nullInputStream()))
          .excluding(choices.project(), choices.excludes())
          .relativeTo(choices.root());
    } catch (IllegalArgumentException wrong) {
      throw new MojoExecutionException("excludes: " + wrong.getMessage());
    }
  }

  private static Seaworthy seaworthy(Settings settings) throws MojoExecutionException {
    try {
      return Seaworthy.of(settings);
    } catch (IllegalArgumentException wrong) {
      throw new MojoExecutionException(wrong.getMessage());
    } catch (UncheckedIOException unreadable) {
      throw new MojoExecutionException(unreadable.getMessage(), unreadable);
    }
  }
}
