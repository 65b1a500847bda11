package dev.seaworthy.judge;

import dev.seaworthy.api.catalog.UndefinedKind;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.FieldPath;
import java.util.Set;

/** What was not judged, and why: worth knowing, and no fault of the manifests. */
public final class Notes {

  /** The code for an object whose kind nobody has defined. */
  public static final String UNDEFINED = "kind-undefined";

  /** The code for an object with values that are filled in on its way to the cluster. */
  public static final String UNKNOWN = "values-unknown";

  /** The code for an object that kustomizations are yet to complete. */
  public static final String UNFINISHED = "object-unfinished";

  /** The code for a file that cannot be read, beside which less is told. */
  public static final String LIMITED = "relations-limited";

  /** All codes of notes. */
  public static final Set<String> CODES = Set.of(UNDEFINED, UNKNOWN, LIMITED, UNFINISHED);

  private static final FieldPath KIND = FieldPath.of("kind");

  private Notes() {}

  /** What {@code file} holds is unknown, so that nothing near it is certain to be missing. */
  static Diagnostic limited(String file) {
    return Diagnostic.of(
        LIMITED,
        Severity.INFO,
        "what this file holds is unknown, so nothing is told to be missing of what is applied with"
            + " it",
        Location.ofFile(file));
  }

  /** {@code object} is of a kind that nobody has defined. */
  static Diagnostic undefined(JudgedObject object, UndefinedKind kind) {
    Diagnostic note = Diagnostic.of(
            UNDEFINED,
            Severity.INFO,
            kind.message() + ", so objects of it are not judged",
            object.placeOf(KIND))
        .withSubject(object.subject());
    return kind.remedy()
        .map(remedy -> note.withRemedy(remedy + " --strict-kinds makes it an error."))
        .orElse(note);
  }

  /** Values of {@code object} are neither right nor wrong. */
  static Diagnostic unknown(JudgedObject object, Unknowns values) {
    return Diagnostic.of(
            UNKNOWN,
            Severity.INFO,
            values.areEncrypted()
                ? "values that SOPS has encrypted are unknown; what is around them is judged"
                : "placeholders such as ${NAME} are unknown values; what is around them is judged",
            object.placeOf(KIND))
        .withSubject(object.subject());
  }

  /** What {@code object} lacks, kustomizations may add. */
  static Diagnostic unfinished(JudgedObject object) {
    return Diagnostic.of(
            UNFINISHED,
            Severity.INFO,
            "kustomizations patch the object; what they may add or change is not judged",
            object.placeOf(KIND))
        .withSubject(object.subject())
        .withRemedy("Judge what `kubectl kustomize` writes: seaworthy lint -");
  }

  /** Nobody can tell of what kind {@code object} will be. */
  static Diagnostic unknownKind(JudgedObject object) {
    return Diagnostic.of(
            UNKNOWN,
            Severity.INFO,
            "the object's kind or apiVersion is a placeholder, so the object is not judged",
            object.placeOf(KIND))
        .withSubject(object.subject());
  }
}
