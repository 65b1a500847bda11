package dev.seaworthy.report.json;

import dev.seaworthy.api.Release;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Diagnostic.Subject;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.judge.JudgedFile;
import dev.seaworthy.judge.JudgedObject;
import dev.seaworthy.validate.Verdict;
import dev.seaworthy.validate.field.DecodeError;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.field.Warning;
import java.util.ArrayList;
import java.util.List;

/** The output of {@code validate -o json}: one entry an object, written as the objects come. */
public final class VerdictsJson {

  private final JsonWriter json;
  private final boolean showResult;
  private final List<Diagnostic> problems = new ArrayList<>();

  /** {@code showResult} adds to each object how the server would store it. */
  public VerdictsJson(Appendable out, Release release, boolean showResult) {
    this.json = new JsonWriter(out);
    this.showResult = showResult;
    json.beginObject().field("kubernetes", release.toString()).name("objects").beginArray();
  }

  public void write(JudgedFile file) {
    file.objects().forEach(this::write);
    problems.addAll(file.problems());
  }

  /** To be called once, after the last file. */
  public void end() {
    json.endArray();
    ProblemsJson.write(json, problems);
    json.endObject().finish();
  }

  private void write(JudgedObject object) {
    Verdict verdict = object.verdict();
    Subject subject = object.subject();
    json.newLine()
        .beginObject()
        .field("file", object.document().file())
        .field("document", object.document().number())
        .field("line", object.document().root().span().line())
        .field("apiVersion", subject.apiVersion())
        .field("kind", subject.kind())
        .field("namespace", subject.namespace())
        .field("name", subject.name())
        .field("accepted", verdict.accepted())
        .field("code", verdict.code())
        .field("reason", verdict.reason());
    causes("causes", object, verdict.causes());
    decode(object, verdict.decode());
    warnings(object, verdict.warnings());
    if (!verdict.later().isEmpty()) {
      causes("later", object, verdict.later());
    }
    if (showResult) {
      verdict.result().ifPresent(result -> json.name("result").raw(result.root().toJson()));
    }
    json.endObject();
  }

  private void causes(String name, JudgedObject object, List<FieldError> causes) {
    json.name(name).beginArray();
    for (FieldError cause : causes) {
      json.beginObject()
          .field("reason", cause.type().word())
          .field("field", cause.field().toString())
          .field("message", cause.message());
      place(object.placeOf(cause.field()));
      json.endObject();
    }
    json.endArray();
  }

  private void decode(JudgedObject object, List<DecodeError> errors) {
    json.name("decode").beginArray();
    for (DecodeError error : errors) {
      json.beginObject()
          .field("error", error.error())
          .field("field", error.field())
          .field("message", error.message());
      place(object.placeOf(error.path()));
      json.endObject();
    }
    json.endArray();
  }

  private void warnings(JudgedObject object, List<Warning> warnings) {
    json.name("warnings").beginArray();
    for (Warning warning : warnings) {
      json.beginObject().field("message", warning.message());
      place(object.placeOf(warning.field()));
      json.endObject();
    }
    json.endArray();
  }

  private void place(Location place) {
    json.field("line", place.line()).field("column", place.column());
  }
}
