package dev.seaworthy.report.json;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.manifest.JsonWriter;
import dev.seaworthy.report.FileReport;
import dev.seaworthy.report.Neighbourhood;
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
  private final List<Diagnostic> notes = new ArrayList<>();

  FindingsJson(PrintWriter out) {
    this.json = JsonWriter.spaced(out);
    json.beginObject().name("findings").beginArray();
  }

  @Override
  public void file(FileReport file) {
    notes.addAll(file.notes());
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
    DiagnosticJson.notes(json, notes);
    around(tally.neighbourhoods());
    json.endObject().finish();
  }

  /** What was looked at beside the input; left out where nothing was. */
  private void around(List<Neighbourhood> neighbourhoods) {
    if (neighbourhoods.isEmpty()) {
      return;
    }
    json.name("around").beginArray();
    for (Neighbourhood around : neighbourhoods) {
      json.beginObject()
          .field("where", around.where())
          .field("files", around.files())
          .field("complete", around.complete())
          .endObject();
    }
    json.endArray();
  }
}
