package dev.seaworthy.report.json;

import dev.seaworthy.manifest.JsonWriter;
import dev.seaworthy.report.FileReport;
import dev.seaworthy.report.Report;
import dev.seaworthy.report.ReportContext;
import dev.seaworthy.report.ScenarioReport;
import dev.seaworthy.report.SimulationReport;
import dev.seaworthy.report.Tally;
import java.io.PrintWriter;
import java.math.BigDecimal;

/** The output of {@code dry-run --scenarios -o json}: an entry a story, written as it was played. */
final class ScenariosJson implements Report {

  private final JsonWriter json;
  private final ReportContext context;
  private int passed;
  private int failed;

  ScenariosJson(PrintWriter out, ReportContext context) {
    this.json = JsonWriter.spaced(out);
    this.context = context;
    json.beginObject()
        .field("kubernetes", context.kubernetes())
        .name("scenarios")
        .beginArray();
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
    json.newLine()
        .beginObject()
        .field("file", scenario.file())
        .field("name", scenario.name())
        .field("purpose", scenario.purpose())
        .field("seed", scenario.seed())
        .field("passed", isPassed)
        .field("expectations", scenario.expectations())
        .field("failed", scenario.failed())
        .name("seconds")
        .raw(BigDecimal.valueOf(scenario.played().toMillis(), 3).toPlainString())
        .name("problems")
        .beginArray();
    scenario.problems().forEach(problem -> DiagnosticJson.finding(json, problem));
    json.endArray().endObject();
  }

  @Override
  public void end(Tally tally) {
    json.endArray().field("passed", passed).field("failed", failed).endObject().finish();
  }
}
