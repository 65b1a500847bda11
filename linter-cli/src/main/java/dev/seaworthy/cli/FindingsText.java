package dev.seaworthy.cli;

import dev.seaworthy.api.Release;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.judge.LintResult;
import dev.seaworthy.report.Tally;
import dev.seaworthy.report.text.Palette;
import dev.seaworthy.report.text.Summary;
import dev.seaworthy.report.text.TextReport;
import java.util.ArrayList;
import java.util.List;

/** Findings for people. */
final class FindingsText {

  private final Console console;
  private final Palette palette;

  FindingsText(Console console, Palette palette) {
    this.console = console;
    this.palette = palette;
  }

  void print(LintResult result, Tally tally, Release release) {
    TextReport report = new TextReport(palette);
    List<Diagnostic> all = new ArrayList<>(result.findings());
    all.addAll(result.problems());
    all.sort(Diagnostic.ORDER);
    for (Diagnostic diagnostic : all) {
      String file = diagnostic.place().file();
      SourceText source = result.sources().get(file);
      console
          .out()
          .print(report.write(
              diagnostic, source == null ? new SourceText(file, new byte[0]) : source));
    }
    console.out().println(Summary.of(tally, release, palette));
  }
}
