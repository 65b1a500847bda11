package dev.seaworthy.report.json;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Diagnostic.Related;
import dev.seaworthy.diagnostic.Diagnostic.Subject;
import dev.seaworthy.diagnostic.Edit;
import dev.seaworthy.diagnostic.Fix;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.manifest.JsonWriter;
import java.util.List;

/** Diagnostics as JSON objects. */
final class DiagnosticJson {

  private DiagnosticJson() {}

  /** A finding with all there is to it. */
  static void finding(JsonWriter json, Diagnostic finding) {
    Location place = finding.place();
    json.newLine()
        .beginObject()
        .field("rule", finding.code())
        .field("severity", finding.severity().word())
        .field("message", finding.message())
        .field("file", place.file())
        .field("line", place.line())
        .field("column", place.column())
        .field("endLine", place.endLine())
        .field("endColumn", place.endColumn());
    finding.subject().ifPresent(subject -> object(json, subject));
    json.field("field", finding.field().orElse(""));
    finding.reason().ifPresent(reason -> json.field("reason", reason));
    finding.remedy().ifPresent(remedy -> json.field("remedy", remedy));
    related(json, finding.related());
    finding.fix().ifPresent(fix -> fix(json, fix));
    json.endObject();
  }

  private static void object(JsonWriter json, Subject subject) {
    json.name("object")
        .beginObject()
        .field("apiVersion", subject.apiVersion())
        .field("kind", subject.kind())
        .field("namespace", subject.namespace())
        .field("name", subject.name())
        .endObject();
  }

  private static void related(JsonWriter json, List<Related> places) {
    if (places.isEmpty()) {
      return;
    }
    json.name("related").beginArray();
    for (Related related : places) {
      json.beginObject()
          .field("file", related.place().file())
          .field("line", related.place().line())
          .field("column", related.place().column())
          .field("message", related.message())
          .endObject();
    }
    json.endArray();
  }

  private static void fix(JsonWriter json, Fix fix) {
    json.name("fix").beginObject().field("safe", fix.safe()).name("edits").beginArray();
    for (Edit edit : fix.edits()) {
      json.beginObject()
          .field("line", edit.place().line())
          .field("column", edit.place().column())
          .field("endLine", edit.place().endLine())
          .field("endColumn", edit.place().endColumn())
          .field("text", edit.text())
          .endObject();
    }
    json.endArray().endObject();
  }

  /** The list {@code notes} of a report: what was not judged, and why. */
  static void notes(JsonWriter json, List<Diagnostic> notes) {
    json.name("notes").beginArray();
    for (Diagnostic note : notes) {
      json.newLine()
          .beginObject()
          .field("file", note.place().file())
          .field("line", note.place().line())
          .field("column", note.place().column())
          .field("code", note.code())
          .field("message", note.message());
      note.remedy().ifPresent(remedy -> json.field("remedy", remedy));
      note.subject().ifPresent(subject -> object(json, subject));
      json.endObject();
    }
    json.endArray();
  }

  /** The list {@code errors} of a report: what never became an object. */
  static void errors(JsonWriter json, List<Diagnostic> problems) {
    json.name("errors").beginArray();
    for (Diagnostic problem : problems) {
      json.newLine()
          .beginObject()
          .field("file", problem.place().file())
          .field("line", problem.place().line())
          .field("column", problem.place().column())
          .field("code", problem.code())
          .field("severity", problem.severity().word())
          .field("message", problem.message())
          .endObject();
    }
    json.endArray();
  }
}
