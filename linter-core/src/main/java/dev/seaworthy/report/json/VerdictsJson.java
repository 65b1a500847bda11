package dev.seaworthy.report.json;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Diagnostic.Subject;
import dev.seaworthy.manifest.JsonWriter;
import dev.seaworthy.report.FileReport;
import dev.seaworthy.report.ObjectReport;
import dev.seaworthy.report.Report;
import dev.seaworthy.report.ServerAnswer;
import dev.seaworthy.report.ServerAnswer.Cause;
import dev.seaworthy.report.ServerAnswer.Later;
import dev.seaworthy.report.SimulationReport;
import dev.seaworthy.report.Tally;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** The output of {@code validate -o json}: one entry an object, written as the objects come. */
final class VerdictsJson implements Report {

  private final JsonWriter json;
  private final List<Diagnostic> problems = new ArrayList<>();
  private final List<Diagnostic> notes = new ArrayList<>();

  VerdictsJson(PrintWriter out, String kubernetes) {
    this.json = JsonWriter.spaced(out);
    json.beginObject().field("kubernetes", kubernetes).name("objects").beginArray();
  }

  @Override
  public void file(FileReport file) {
    notes.addAll(file.notes());
    file.objects().forEach(object -> write(file.name(), object));
    problems.addAll(file.problems());
  }

  @Override
  public void simulated(SimulationReport simulation) {
    problems.addAll(simulation.problems());
  }

  @Override
  public void end(Tally tally) {
    json.endArray();
    DiagnosticJson.errors(json, problems);
    DiagnosticJson.notes(json, notes);
    json.endObject().finish();
  }

  private void write(String file, ObjectReport object) {
    ServerAnswer answer = object.answer();
    Subject subject = object.subject();
    json.newLine()
        .beginObject()
        .field("file", file)
        .field("document", object.document())
        .field("line", object.line())
        .field("apiVersion", subject.apiVersion())
        .field("kind", subject.kind())
        .field("namespace", subject.namespace())
        .field("name", subject.name())
        .field("accepted", answer.accepted())
        .field("code", answer.code())
        .field("reason", answer.reason());
    causes(answer.causes());
    decode(answer.decode());
    warnings(answer.warnings());
    answer.denied().ifPresent(this::denied);
    if (!answer.later().isEmpty()) {
      later(answer.later());
    }
    answer.result().ifPresent(result -> json.name("result").raw(result));
    json.endObject();
  }

  private void causes(List<Cause> causes) {
    json.name("causes").beginArray();
    for (Cause cause : causes) {
      begin(cause);
      endAt(cause);
    }
    json.endArray();
  }

  /** In the form of causes, each with the stage that would say it. */
  private void later(List<Later> causes) {
    json.name("later").beginArray();
    for (Later later : causes) {
      begin(later.cause()).field("path", later.cause().path()).field("stage", later.stage());
      endAt(later.cause());
    }
    json.endArray();
  }

  private JsonWriter begin(Cause cause) {
    return json.beginObject()
        .field("reason", cause.reason())
        .field("field", cause.field())
        .field("message", cause.message());
  }

  private void denied(Cause denial) {
    json.name("denied")
        .beginObject()
        .field("by", denial.reason())
        .field("field", denial.field())
        .field("message", denial.message());
    endAt(denial);
  }

  private void decode(List<Cause> errors) {
    json.name("decode").beginArray();
    for (Cause error : errors) {
      json.beginObject()
          .field("error", error.reason())
          .field("field", error.field())
          .field("path", error.path())
          .field("message", error.message());
      endAt(error);
    }
    json.endArray();
  }

  private void warnings(List<Cause> warnings) {
    json.name("warnings").beginArray();
    for (Cause warning : warnings) {
      json.beginObject().field("message", warning.message());
      endAt(warning);
    }
    json.endArray();
  }

  private void endAt(Cause cause) {
    json.field("line", cause.place().line())
        .field("column", cause.place().column())
        .endObject();
  }
}
