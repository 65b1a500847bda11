package dev.seaworthy;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.SuppressedFinding;
import dev.seaworthy.judge.JudgedFile;
import dev.seaworthy.judge.JudgedObject;
import dev.seaworthy.judge.LintResult;
import dev.seaworthy.judge.Mending;
import dev.seaworthy.judge.VerdictDiagnostics;
import dev.seaworthy.report.FileReport;
import dev.seaworthy.report.ObjectReport;
import dev.seaworthy.report.ServerAnswer;
import dev.seaworthy.report.ServerAnswer.Cause;
import dev.seaworthy.report.ServerAnswer.Later;
import dev.seaworthy.validate.ReadForm;
import dev.seaworthy.validate.Verdict;
import dev.seaworthy.validate.admission.Denial;
import dev.seaworthy.validate.field.DecodeError;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.field.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** What was judged, as data that reports and other programs read. */
final class FileReports {

  private final Optional<ReadForm> readForm;
  private final boolean fixes;

  /** With results, each object gets how the server would store it, by its kind. */
  FileReports(Settings settings, ApiCatalog kinds) {
    this.readForm =
        settings.judge().results() ? Optional.of(new ReadForm(kinds)) : Optional.empty();
    this.fixes = settings.lint().fixes();
  }

  /** With what the API server says to the objects. */
  FileReport of(JudgedFile file) {
    List<Diagnostic> findings = new ArrayList<>();
    Mending mending = new Mending(file.source(), fixes);
    file.objects().forEach(object -> findings.addAll(VerdictDiagnostics.of(object, mending)));
    return of(file, findings, List.of());
  }

  /** With what the rules find, too. */
  FileReport of(LintResult result) {
    return of(result.file(), result.findings(), result.suppressed());
  }

  FileReport of(JudgedFile file, List<Diagnostic> findings, List<SuppressedFinding> suppressed) {
    List<Diagnostic> sorted = new ArrayList<>(findings);
    sorted.sort(Diagnostic.ORDER);
    List<ObjectReport> objects = new ArrayList<>();
    List<Diagnostic> notes = new ArrayList<>(file.notes());
    for (JudgedObject object : file.objects()) {
      if (object.judged()) {
        objects.add(object(object));
      }
      notes.addAll(object.notes());
    }
    return new FileReport(
        file.file(), objects, sorted, suppressed, file.problems(), notes, file.source());
  }

  private ObjectReport object(JudgedObject object) {
    return new ObjectReport(
        object.subject(),
        object.document().number(),
        object.document().root().span().line(),
        answer(object));
  }

  private ServerAnswer answer(JudgedObject object) {
    Verdict verdict = object.verdict();
    Optional<Resource> result = readForm.flatMap(form -> verdict.result().map(form::of));
    return new ServerAnswer(
        verdict.accepted(),
        verdict.code(),
        verdict.reason(),
        each(object, verdict.causes(), FileReports::cause),
        verdict.denial().map(denial -> cause(object, denial)),
        each(object, verdict.later(), FileReports::later),
        each(object, verdict.decode(), FileReports::cause),
        each(object, verdict.warnings(), FileReports::cause),
        result.map(stored -> stored.root().toJson()));
  }

  /** Of most objects there is nothing to tell, which should take no time. */
  private static <T, R> List<R> each(
      JudgedObject object, List<T> all, BiFunction<JudgedObject, T, R> told) {
    List<R> result = new ArrayList<>(all.size());
    for (T one : all) {
      result.add(told.apply(object, one));
    }
    return result;
  }

  private static Later later(JudgedObject object, Verdict.Later later) {
    return new Later(
        later.stage().word(),
        new Cause(
            later.reason(),
            later.field(),
            later.place().toString(),
            later.message(),
            object.placeOf(later)));
  }

  private static Cause cause(JudgedObject object, Denial denial) {
    return new Cause(
        denial.plugin().word(),
        denial.field().toString(),
        denial.field().toString(),
        denial.message(),
        object.placeOf(denial.field()));
  }

  private static Cause cause(JudgedObject object, FieldError error) {
    return new Cause(
        error.type().word(),
        error.field().toString(),
        error.place().toString(),
        error.message(),
        object.placeOf(error));
  }

  private static Cause cause(JudgedObject object, DecodeError error) {
    return new Cause(
        error.error(),
        error.field(),
        error.path().toString(),
        error.message(),
        object.placeOf(error));
  }

  private static Cause cause(JudgedObject object, Warning warning) {
    return new Cause(
        "",
        warning.field().toString(),
        warning.field().toString(),
        warning.message(),
        object.placeOf(warning.place()));
  }
}
