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

/** The output of {@code dry-run -o json}. */
final class SimulationJson implements Report {

  private final JsonWriter json;
  private final List<Diagnostic> errors = new ArrayList<>();
  private final List<Diagnostic> notes = new ArrayList<>();

  SimulationJson(PrintWriter out) {
    this.json = JsonWriter.spaced(out);
    json.beginObject();
  }

  @Override
  public void file(FileReport file) {
    notes.addAll(file.notes());
    errors.addAll(file.diagnostics());
  }

  @Override
  public void simulated(SimulationReport simulation) {
    simulation.details().forEach((name, value) -> json.name(name).raw(value));
    simulation.impact().ifPresent(impact -> ImpactJson.write(json, impact));
    json.name("problems").beginArray();
    simulation.problems().forEach(problem -> DiagnosticJson.finding(json, problem));
    json.endArray();
  }

  @Override
  public void end(Tally tally) {
    DiagnosticJson.errors(json, errors);
    DiagnosticJson.notes(json, notes);
    json.endObject().finish();
  }
}
