package dev.seaworthy.cli;

import dev.seaworthy.api.Release;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.judge.JudgedFile;
import dev.seaworthy.judge.JudgedObject;
import dev.seaworthy.judge.VerdictDiagnostics;
import dev.seaworthy.report.Tally;
import dev.seaworthy.report.text.Palette;
import dev.seaworthy.report.text.Summary;
import dev.seaworthy.report.text.TextReport;
import java.util.List;

/** Verdicts for people. */
final class TextVerdictOutput implements VerdictOutput {

  private final Console console;
  private final Release release;
  private final Palette palette;
  private final boolean showResult;
  private final TextReport report;
  private final Progress progress;
  private final Tally tally = new Tally();

  TextVerdictOutput(
      Console console, Release release, Palette palette, boolean showResult, Progress progress) {
    this.console = console;
    this.release = release;
    this.palette = palette;
    this.showResult = showResult;
    this.report = new TextReport(palette);
    this.progress = progress;
  }

  @Override
  public void file(JudgedFile file) {
    tally.add(file);
    List<Diagnostic> diagnostics = VerdictDiagnostics.of(file);
    tally.add(diagnostics);
    if (!diagnostics.isEmpty()) {
      progress.clear();
    }
    diagnostics.forEach(each -> console.out().print(report.write(each, file.source())));
    if (showResult) {
      file.objects().forEach(this::result);
    }
  }

  private void result(JudgedObject object) {
    object
        .verdict()
        .result()
        .ifPresent(result -> console.out().println(result.root().toJson()));
  }

  @Override
  public Tally end() {
    progress.clear();
    console.out().println(Summary.of(tally, release, palette));
    return tally;
  }
}
