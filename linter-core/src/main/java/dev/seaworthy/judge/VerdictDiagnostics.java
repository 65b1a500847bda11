package dev.seaworthy.judge;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.Stage;
import dev.seaworthy.validate.Verdict;
import dev.seaworthy.validate.custom.ObjectRules;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.DecodeError;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.field.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The API server's answer as diagnostics, in the order of their places. */
public final class VerdictDiagnostics {

  /** The code of each cause of a refusal; {@code lint} treats it as a rule's name. */
  public static final String REJECTED = "api-rejected";

  /** The code of what the server warns of. */
  public static final String WARNING = "api-warning";

  /** Marks what the server does not come to before what it says now is mended. */
  public static final String LATER = "on the next try: ";

  private static final String BEYOND_DRY_RUN = "; a server's dry run does not notice";

  private static final String TEMPLATE = "This is a template: judge what it is filled in to, for"
      + " example helm template . | seaworthy lint -";

  private VerdictDiagnostics() {}

  /**
   * What the server objects to in one object, and what it warns of, as findings. Its word that there
   * may be more is none; that the cluster lacks a family of addresses is a remark, for who writes IPv6
   * knows what the cluster has.
   */
  static List<Diagnostic> faults(JudgedObject object, Mending mending) {
    Verdict verdict = object.verdict();
    if (verdict.accepted()) {
      return of(object, mending);
    }
    List<FieldError> ofCluster = verdict.causes().stream()
        .filter(cause -> cause.origin().equals(FieldError.CLUSTER_FAMILIES))
        .toList();
    Predicate<KnownVerdict.Said> isNoFault =
        said -> said.message().equals(ObjectRules.VALIDATIONS_UNASKED)
            || ofCluster.stream().anyMatch(cause -> cause.message().equals(said.message()));
    List<Diagnostic> faults =
        new ArrayList<>(of(object.withVerdict(KnownVerdict.without(isNoFault, verdict)), mending));
    ofCluster.forEach(cause -> faults.add(remark(object, cause)));
    return faults;
  }

  private static Diagnostic remark(JudgedObject object, FieldError cause) {
    String message = "a cluster without IPv6 refuses this: "
        + Sentence.about(cause.spokenField(), cause.message());
    Diagnostic remark = Diagnostic.of(WARNING, Severity.INFO, message, object.placeOf(cause))
        .withSubject(object.subject())
        .withField(cause.spokenField().toString());
    return cause.remedy().map(remark::withRemedy).orElse(remark);
  }

  /** Everything there is to say of one file, with what would mend it. */
  public static List<Diagnostic> of(JudgedFile file) {
    List<Diagnostic> all = new ArrayList<>(file.problems());
    Mending mending = new Mending(file.source(), true);
    file.objects().forEach(object -> all.addAll(of(object, mending)));
    all.sort(Diagnostic.ORDER);
    return all;
  }

  /** What the server objects to and warns of in one object of the file that {@code mending} knows. */
  public static List<Diagnostic> of(JudgedObject object, Mending mending) {
    Verdict verdict = object.verdict();
    List<Diagnostic> all = new ArrayList<>();
    if (!object.judged()) {
      return all;
    }
    verdict.decode().forEach(error -> all.add(decodeError(object, error, mending)));
    OneOfType once = OneOfType.in(verdict);
    verdict.causes().stream()
        .filter(cause -> cause.type() != CauseType.UNSAID)
        .filter(cause -> once.isNew(cause.place(), cause.message()))
        .forEach(cause -> all.add(cause(object, cause)));
    verdict
        .denial()
        .ifPresent(denial -> denial.asCauses().forEach(one -> all.add(cause(object, one))));
    verdict.later().stream()
        .filter(later -> once.isNew(later.place(), later.message()))
        .forEach(later -> all.add(later(object, later, mending)));
    verdict.warnings().forEach(warning -> all.add(warning(object, warning)));
    if (all.isEmpty() && !verdict.accepted()) {
      all.add(refusal(object));
    }
    all.sort(Diagnostic.ORDER);
    return all;
  }

  /** What the server objects to in {@code object}, in one line. */
  public static String words(JudgedObject object) {
    return of(object, new Mending(new SourceText("", new byte[0]), false)).stream()
        .filter(each -> each.severity() == Severity.ERROR)
        .map(Diagnostic::message)
        .collect(Collectors.joining("; "));
  }

  private static Diagnostic decodeError(JudgedObject object, DecodeError error, Mending mending) {
    String message = Sentence.about(error.path(), error.message());
    Diagnostic diagnostic = refused(object, object.placeOf(error), message)
        .withField(fieldOf(object, error), object.verdict().reason());
    return mending.mend(
        remedy(error.remedy(), object, error.path()).map(diagnostic::withRemedy).orElse(diagnostic),
        error.mend(),
        object.document().root(),
        error.path());
  }

  /** What a template engine has yet to fill in is hardly ever wrong otherwise. */
  private static Optional<String> remedy(
      Optional<String> given, JudgedObject object, FieldPath place) {
    String value = place.resolve(object.document().root()).stringOr("");
    int open = value.indexOf("{{");
    return open >= 0 && value.indexOf("}}", open) > 0 ? Optional.of(TEMPLATE) : given;
  }

  /** Of a kind that there is not, no field can be looked up. */
  private static String fieldOf(JudgedObject object, DecodeError error) {
    boolean isKnown = object.verdict().stage().filter(Stage.RECOGNISE::equals).isEmpty();
    return isKnown ? error.path().toString() : error.field();
  }

  private static Diagnostic cause(JudgedObject object, FieldError cause) {
    String message = Sentence.about(cause.spokenField(), cause.message());
    Diagnostic diagnostic = refused(object, object.placeOf(cause), message)
        .withField(cause.spokenField().toString(), cause.type().word());
    return remedy(remedy(object, cause), object, cause.place())
        .map(diagnostic::withRemedy)
        .orElse(diagnostic);
  }

  private static Optional<String> remedy(JudgedObject object, FieldError cause) {
    return cause.remedy().isEmpty() && cause.origin().equals(ChangeRemedies.IMMUTABLE)
        ? ChangeRemedies.of(object.subject(), cause.spokenField().toString())
        : cause.remedy();
  }

  private static Diagnostic later(JudgedObject object, Verdict.Later later, Mending mending) {
    String sentence = Sentence.about(later.place(), later.message());
    String message = object.verdict().accepted() ? sentence + BEYOND_DRY_RUN : LATER + sentence;
    Diagnostic diagnostic = refused(object, object.placeOf(later), message)
        .withField(later.place().toString(), later.reason());
    return mending.mend(
        remedy(later.remedy(), object, later.place())
            .map(diagnostic::withRemedy)
            .orElse(diagnostic),
        later.mend(),
        object.document().root(),
        later.place());
  }

  private static Diagnostic warning(JudgedObject object, Warning warning) {
    String message = Sentence.about(warning.field(), warning.message());
    if (warning.origin().equals(Updates.LOST_ITEM)) {
      return Diagnostic.of(
              Updates.LOST_ITEM, Severity.WARNING, message, object.placeOf(warning.place()))
          .withSubject(object.subject())
          .withField(warning.field().toString())
          .withRemedy("Apply with --server-side, or replace the object: kubectl replace -f FILE");
    }
    Diagnostic diagnostic = Diagnostic.of(
            WARNING, Severity.WARNING, message, object.placeOf(warning.place()))
        .withSubject(object.subject());
    String field = warning.field().toString();
    return field.isEmpty() ? diagnostic : diagnostic.withField(field);
  }

  /** A refusal that names no field, of the object as a whole. */
  private static Diagnostic refusal(JudgedObject object) {
    Verdict verdict = object.verdict();
    String message = "the API server would answer " + verdict.code() + " " + verdict.reason();
    return refused(object, object.placeOf(FieldPath.of("kind")), message);
  }

  private static Diagnostic refused(JudgedObject object, Location place, String message) {
    return Diagnostic.of(REJECTED, Severity.ERROR, message, place).withSubject(object.subject());
  }
}
