package dev.seaworthy.maven;

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
    Settings settings = told(ChosenSettings.of(choices, project), choices);
    Optional<Severity> threshold = ChosenSettings.threshold(choices, project);
    LintReport report =
        compared(seaworthy(settings).lint(input(choices, project)), settings, choices, project);
    Tally tally = new Tally();
    report.files().forEach(tally::add);
    tally.seenWith(report.neighbourhoods());
    new BuildLog(log).tell(report, notes(choices, project));
    ReportContext context = ReportContext.of(Question.LINT, settings.kubernetes())
        .withFailOn(threshold)
        .withFolder(choices.root());
    new ReportFiles(choices.reports()).write(report, choices.formats(), context, tally);
    String summary = Summary.of(tally, settings.kubernetes(), Palette.PLAIN);
    if (tally.failures() > 0) {
      throw new MojoExecutionException("seaworthy could not check everything. " + summary);
    }
    if (threshold.filter(from -> tally.atLeast(from) > 0).isPresent()) {
      throw new MojoFailureException(summary);
    }
    log.info(summary);
  }

  /** What would mend a finding is found out for reports that tell it. */
  private static Settings told(Settings settings, Choices choices) {
    boolean fixes = choices.formats().stream()
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
    Optional<Path> baseline = choices.baseline().or(project::baseline);
    if (baseline.isEmpty()) {
      return report;
    }
    try {
      return KnownFindings.read(choices.root(), baseline.get())
          .compare(report, settings)
          .report();
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
