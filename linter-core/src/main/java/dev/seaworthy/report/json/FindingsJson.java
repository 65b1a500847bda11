package dev.seaworthy.report.json;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Diagnostic.Subject;
import dev.seaworthy.diagnostic.Location;
import java.util.List;

/** The output of {@code lint -o json}. */
public final class FindingsJson {

  private FindingsJson() {}

  /** {@code problems} are what never became an object. */
  public static void write(Appendable out, List<Diagnostic> findings, List<Diagnostic> problems) {
    JsonWriter json = new JsonWriter(out);
    json.beginObject().name("findings").beginArray();
    findings.forEach(finding -> write(json.newLine(), finding));
    json.endArray();
    ProblemsJson.write(json, problems);
    json.endObject().finish();
  }

  static void write(JsonWriter json, Diagnostic finding) {
    Location place = finding.place();
    json.beginObject()
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
    related(json, finding);
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

  private static void related(JsonWriter json, Diagnostic finding) {
    if (finding.related().isEmpty()) {
      return;
    }
    json.name("related").beginArray();
    for (Diagnostic.Related related : finding.related()) {
      json.beginObject()
          .field("file", related.place().file())
          .field("line", related.place().line())
          .field("column", related.place().column())
          .field("message", related.message())
          .endObject();
    }
    json.endArray();
  }
}
