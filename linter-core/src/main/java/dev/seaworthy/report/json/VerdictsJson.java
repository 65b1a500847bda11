package dev.seaworthy.report.json;

import dev.seaworthy.api.Release;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Diagnostic.Subject;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.judge.JudgedFile;
import dev.seaworthy.judge.JudgedObject;
import dev.seaworthy.validate.Verdict;
import dev.seaworthy.validate.admission.Denial;
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
    causes(object, verdict.causes());
    decode(object, verdict.decode());
    warnings(object, verdict.warnings());
    verdict.denial().ifPresent(denial -> denial(object, denial));
    if (!verdict.later().isEmpty()) {
      later(object, verdict.later());
    }
    if (showResult) {
      verdict.result().ifPresent(result -> json.name("result").raw(result.root().toJson()));
    }
    json.endObject();
  }

  private void causes(JudgedObject object, List<FieldError> causes) {
    json.name("causes").beginArray();
    causes.forEach(cause -> cause(object, cause).endObject());
    json.endArray();
  }

  /** In the form of causes, each with the stage that would say it. */
  private void later(JudgedObject object, List<Verdict.Later> causes) {
    json.name("later").beginArray();
    for (Verdict.Later later : causes) {
      cause(object, later.cause()).field("stage", later.stage().word()).endObject();
    }
    json.endArray();
  }

  private JsonWriter cause(JudgedObject object, FieldError cause) {
    json.beginObject()
        .field("reason", cause.type().word())
        .field("field", cause.field().toString())
        .field("message", cause.message());
    place(object.placeOf(cause.field()));
    return json;
  }

  /** Which admission plug-in does not let the object in, and why. */
  private void denial(JudgedObject object, Denial denial) {
    json.name("denied")
        .beginObject()
        .field("by", denial.plugin().word())
        .field("field", denial.field().toString())
        .field("message", denial.message());
    place(object.placeOf(denial.field()));
    json.endObject();
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
