package dev.seaworthy.report.text;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.report.Detail;
import dev.seaworthy.report.FileReport;
import dev.seaworthy.report.Report;
import dev.seaworthy.report.ReportContext;
import dev.seaworthy.report.ScenarioReport;
import dev.seaworthy.report.SimulationReport;
import dev.seaworthy.report.Tally;
import java.io.PrintWriter;
import java.time.Duration;

/** Stories as a test runner tells of them: a line each, below those that fail what was otherwise. */
final class ScenariosText implements Report {

  private final PrintWriter out;
  private final ReportContext context;
  private final Palette palette;
  private final DiagnosticText text;
  private int passed;
  private int failed;

  ScenariosText(PrintWriter out, ReportContext context) {
    this.out = out;
    this.context = context;
    this.palette = context.coloured() ? Palette.COLOURED : Palette.PLAIN;
    this.text = new DiagnosticText(palette);
  }

  @Override
  public void file(FileReport file) {
    // Stories name the files that they apply.
  }

  @Override
  public void simulated(SimulationReport simulation) {
    // Each story is told by itself.
  }

  @Override
  public void played(ScenarioReport scenario) {
    boolean isPassed = scenario.passed(context.failOn());
    passed += isPassed ? 1 : 0;
    failed += isPassed ? 0 : 1;
    if (context.detail() == Detail.BRIEF && isPassed) {
      return;
    }
    String verdict = isPassed ? palette.good("PASS") : palette.severity(Severity.ERROR, "FAIL");
    out.println(verdict + "  " + VisibleLine.safe(scenario.file()) + ": "
        + VisibleLine.safe(scenario.name()) + seed(scenario) + " (" + measure(scenario) + ")");
    for (Diagnostic problem : scenario.problems()) {
      if (context.detail() == Detail.FULL || context.isFailure(problem)) {
        print(problem, scenario);
      }
    }
    if (!isPassed && context.detail() != Detail.BRIEF) {
      out.println("   what happened: seaworthy dry-run --scenario "
          + VisibleLine.safe(scenario.file()) + seed(scenario) + "\n");
    }
  }

  private void print(Diagnostic problem, ScenarioReport scenario) {
    String file = problem.place().file();
    SourceText source = scenario.sources().getOrDefault(file, new SourceText(file, new byte[0]));
    out.print(
        context.detail() == Detail.BRIEF
            ? text.headline(problem) + "\n"
            : text.write(problem, source));
  }

  /** What replays the order of chance that was played. */
  private static String seed(ScenarioReport scenario) {
    return scenario.seed() == 0 ? "" : " --seed " + scenario.seed();
  }

  /** {@code 3 expectations, 1 failed, 6m10s played}. */
  private static String measure(ScenarioReport scenario) {
    String expectations = Summary.number(scenario.expectations(), "expectation");
    String failures = scenario.failed() == 0 ? "" : ", " + scenario.failed() + " failed";
    return expectations + failures + ", " + time(scenario.played()) + " played";
  }

  private static String time(Duration played) {
    return played.toMinutes() == 0
        ? played.toSeconds() + "s"
        : played.toMinutes() + "m" + played.toSecondsPart() + "s";
  }

  @Override
  public void end(Tally tally) {
    String count = Summary.number(passed + failed, "scenario") + ": ";
    String good = palette.good(passed + " passed");
    String bad = failed == 0 ? "" : ", " + palette.severity(Severity.ERROR, failed + " failed");
    out.println(count + good + bad + ".");
  }
}
