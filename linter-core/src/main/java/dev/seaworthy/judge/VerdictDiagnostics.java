package dev.seaworthy.judge;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.Verdict;
import dev.seaworthy.validate.field.DecodeError;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.field.Warning;
import java.util.ArrayList;
import java.util.List;

/** The API server's answer as diagnostics, in the order of their places. */
public final class VerdictDiagnostics {

  /** The code of each cause of a refusal; {@code lint} treats it as a rule's name. */
  public static final String REJECTED = "api-rejected";

  /** The code of what the server warns of. */
  public static final String WARNING = "api-warning";

  private VerdictDiagnostics() {}

  /** Everything there is to say of one file. */
  public static List<Diagnostic> of(JudgedFile file) {
    List<Diagnostic> all = new ArrayList<>(file.problems());
    file.objects().forEach(object -> all.addAll(of(object)));
    all.sort(Diagnostic.ORDER);
    return all;
  }

  /** What the server objects to and warns of in one object. */
  public static List<Diagnostic> of(JudgedObject object) {
    Verdict verdict = object.verdict();
    List<Diagnostic> all = new ArrayList<>();
    if (!object.judged()) {
      return all;
    }
    verdict.decode().forEach(error -> all.add(decodeError(object, error)));
    verdict.causes().forEach(cause -> all.add(cause(object, cause)));
    verdict.denial().ifPresent(denial -> all.add(cause(object, denial.asCause())));
    verdict.later().forEach(later -> all.add(later(object, later.cause())));
    verdict.warnings().forEach(warning -> all.add(warning(object, warning)));
    if (all.isEmpty() && !verdict.accepted()) {
      all.add(refusal(object));
    }
    all.sort(Diagnostic.ORDER);
    return all;
  }

  private static Diagnostic decodeError(JudgedObject object, DecodeError error) {
    Diagnostic diagnostic = at(
            object, error.path(), Severity.ERROR, Sentence.about(error.path(), error.message()))
        .withField(error.field(), object.verdict().reason());
    return error.remedy().map(diagnostic::withRemedy).orElse(diagnostic);
  }

  private static Diagnostic cause(JudgedObject object, FieldError cause) {
    Diagnostic diagnostic = at(
            object, cause.place(), Severity.ERROR, Sentence.about(cause.field(), cause.message()))
        .withField(cause.field().toString(), cause.type().word());
    return cause.remedy().map(diagnostic::withRemedy).orElse(diagnostic);
  }

  private static Diagnostic later(JudgedObject object, FieldError cause) {
    Diagnostic diagnostic = cause(object, cause);
    return Diagnostic.of(
            REJECTED,
            Severity.ERROR,
            diagnostic.message() + " (the server would tell this once the other errors are gone)",
            diagnostic.place())
        .withField(cause.field().toString(), cause.type().word())
        .withSubject(object.subject());
  }

  private static Diagnostic warning(JudgedObject object, Warning warning) {
    String message = Sentence.about(warning.field(), warning.message());
    return Diagnostic.of(WARNING, Severity.WARNING, message, object.placeOf(warning.field()))
        .withSubject(object.subject());
  }

  /** A refusal that names no field, of the object as a whole. */
  private static Diagnostic refusal(JudgedObject object) {
    Verdict verdict = object.verdict();
    String message = "the API server would answer " + verdict.code() + " " + verdict.reason();
    return at(object, FieldPath.of("kind"), Severity.ERROR, message);
  }

  private static Diagnostic at(
      JudgedObject object, FieldPath field, Severity severity, String message) {
    return Diagnostic.of(REJECTED, severity, message, object.placeOf(field))
        .withSubject(object.subject());
  }
}
