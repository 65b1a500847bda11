package dev.seaworthy.report.json;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.manifest.JsonWriter;
import dev.seaworthy.report.FileReport;
import dev.seaworthy.report.Report;
import dev.seaworthy.report.SimulationReport;
import dev.seaworthy.report.Tally;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** The output of {@code lint -o json}. */
final class FindingsJson implements Report {

  private final JsonWriter json;
  private final List<Diagnostic> problems = new ArrayList<>();

  FindingsJson(PrintWriter out) {
    this.json = JsonWriter.spaced(out);
    json.beginObject().name("findings").beginArray();
  }

  @Override
  public void file(FileReport file) {
    file.findings().forEach(finding -> DiagnosticJson.finding(json, finding));
    problems.addAll(file.problems());
  }

  @Override
  public void simulated(SimulationReport simulation) {
    simulation.problems().forEach(problem -> DiagnosticJson.finding(json, problem));
  }

  @Override
  public void end(Tally tally) {
    json.endArray();
    DiagnosticJson.errors(json, problems);
    json.endObject().finish();
  }
}
