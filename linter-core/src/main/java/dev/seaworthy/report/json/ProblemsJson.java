package dev.seaworthy.report.json;

import dev.seaworthy.diagnostic.Diagnostic;
import java.util.List;

/** The list {@code errors} of a report: what never became an object. */
public final class ProblemsJson {

  private ProblemsJson() {}

  static void write(JsonWriter json, List<Diagnostic> problems) {
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
