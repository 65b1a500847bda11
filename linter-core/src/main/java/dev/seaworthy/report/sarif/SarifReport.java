package dev.seaworthy.report.sarif;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.SuppressedFinding;
import dev.seaworthy.judge.Problems;
import dev.seaworthy.manifest.JsonWriter;
import dev.seaworthy.report.FileReport;
import dev.seaworthy.report.Report;
import dev.seaworthy.report.ReportContext;
import dev.seaworthy.report.ScenarioReport;
import dev.seaworthy.report.SimulationReport;
import dev.seaworthy.report.Tally;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** One SARIF log with one run, written when everything is known: a result names its rule's place. */
final class SarifReport implements Report {

  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  /** As semver.org describes it: {@code 1.2.0-rc.1+build.5}. */
  private static final Pattern SEMANTIC_VERSION =
      Pattern.compile("\\d+\\.\\d+\\.\\d+(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?");

  private final PrintWriter out;
  private final ReportContext context;
  private final ArtifactUri uris;
  private final Regions regions = new Regions();
  private final List<Diagnostic> results = new ArrayList<>();

  /** What files ask not to be told: a result all the same, marked so, and no alert. */
  private final List<SuppressedFinding> suppressed = new ArrayList<>();

  /** What kept the work from being done: SARIF tells it of the run, not of the files. */
  private final List<Diagnostic> failures = new ArrayList<>();

  /** What was not judged, once a kind. */
  private final List<Diagnostic> notes = new ArrayList<>();

  private final Set<String> told = new HashSet<>();

  SarifReport(PrintWriter out, ReportContext context) {
    this.out = out;
    this.context = context;
    this.uris = new ArtifactUri(context.folder());
  }

  @Override
  public void file(FileReport file) {
    regions.add(file.name(), file.source());
    for (Diagnostic diagnostic : file.diagnostics()) {
      (Problems.isFailure(diagnostic) ? failures : results).add(diagnostic);
    }
    suppressed.addAll(file.suppressed());
    file.notes().stream().filter(note -> told.add(note.message())).forEach(notes::add);
  }

  @Override
  public void simulated(SimulationReport simulation) {
    simulation.sources().forEach(regions::add);
    results.addAll(simulation.problems());
  }

  @Override
  public void played(ScenarioReport scenario) {
    scenario.sources().forEach(regions::add);
    results.addAll(scenario.problems());
  }

  @Override
  public void end(Tally tally) {
    JsonWriter json = JsonWriter.spaced(out);
    ResultWriter writer = new ResultWriter(json, uris, regions);
    List<Diagnostic> all = new ArrayList<>(results);
    suppressed.forEach(one -> all.add(one.finding()));
    RuleDescriptors rules = new RuleDescriptors(all, context.ownRules());
    json.beginObject().field("$schema", SCHEMA).field("version", "2.1.0");
    json.name("runs").beginArray().beginObject();
    tool(json, rules);
    json.name("automationDetails")
        .beginObject()
        .field("id", "seaworthy/" + context.question().command() + "/")
        .endObject();
    json.field("columnKind", "utf16CodeUnits");
    json.name("originalUriBaseIds").beginObject().name(ArtifactUri.BASE);
    json.beginObject().field("uri", uris.ofBase()).endObject().endObject();
    invocation(json, writer);
    json.name("results").beginArray();
    results.forEach(result -> writer.result(result, rules.indexOf(result.code())));
    suppressed.forEach(one -> writer.suppressed(one, rules.indexOf(one.finding().code())));
    json.endArray().endObject().endArray().endObject().finish();
  }

  private void tool(JsonWriter json, RuleDescriptors rules) {
    json.name("tool").beginObject().name("driver").beginObject().field("name", "Seaworthy");
    if (!context.version().isEmpty()) {
      json.field("version", context.version());
      if (SEMANTIC_VERSION.matcher(context.version()).matches()) {
        json.field("semanticVersion", context.version());
      }
    }
    rules.write(json);
    json.endObject().endObject();
  }

  private void invocation(JsonWriter json, ResultWriter writer) {
    json.name("invocations").beginArray().beginObject();
    json.field("executionSuccessful", failures.isEmpty());
    json.name("toolExecutionNotifications").beginArray();
    failures.forEach(failure -> notification(json, writer, failure));
    notes.forEach(note -> notification(json, writer, note));
    json.endArray().endObject().endArray();
  }

  private static void notification(JsonWriter json, ResultWriter writer, Diagnostic about) {
    json.beginObject().field("level", RuleDescriptors.level(about.severity()));
    writer.message(about);
    json.name("locations").beginArray().beginObject();
    writer.physicalLocation(about.place());
    json.endObject().endArray().endObject();
  }
}
