package dev.seaworthy.maven;

import dev.seaworthy.Input;
import dev.seaworthy.LintReport;
import dev.seaworthy.Seaworthy;
import dev.seaworthy.Settings;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.report.Question;
import dev.seaworthy.report.ReportContext;
import dev.seaworthy.report.Tally;
import dev.seaworthy.report.text.Palette;
import dev.seaworthy.report.text.Summary;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Asks the façade and tells what it says. */
public final class FacadeLint implements Lint {

  @Override
  public void run(Choices choices, Log log) throws MojoExecutionException, MojoFailureException {
    Settings settings = ChosenSettings.of(choices);
    Optional<Severity> threshold = ChosenSettings.threshold(choices);
    LintReport report = seaworthy(settings).lint(input(choices));
    Tally tally = new Tally();
    report.files().forEach(tally::add);
    tally.seenWith(report.neighbourhoods());
    new BuildLog(log).tell(report, choices.notKubernetes().equals("note"));
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

  private static Input input(Choices choices) throws MojoExecutionException {
    try {
      return Input.pathsAmidNeighbours(choices.paths(), InputStream.nullInputStream())
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
