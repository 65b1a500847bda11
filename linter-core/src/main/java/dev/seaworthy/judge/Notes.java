package dev.seaworthy.judge;

import dev.seaworthy.api.catalog.UndefinedKind;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.graph.Customization;
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

  /** The code for an object that would be refused if all of the input were for one cluster. */
  public static final String OTHER_UNIT = "other-unit";

  /** The code for a field that the version in which an object is stored does not have. */
  public static final String NOT_STORED = "field-not-stored";

  /** The code for a claim that grows, of a class that nobody has told of. */
  public static final String GROWTH_UNSURE = "claim-growth-unsure";

  /** All codes of notes. */
  public static final Set<String> CODES =
      Set.of(UNDEFINED, UNKNOWN, LIMITED, UNFINISHED, OTHER_UNIT, NOT_STORED, GROWTH_UNSURE);

  private static final FieldPath KIND = FieldPath.of("kind");

  /** Nothing is to be mended where it is only told of. */
  private static final Mending NO_TEXT = new Mending(new SourceText("", new byte[0]), false);

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
  static Diagnostic unfinished(JudgedObject object, Customization changes) {
    String overlay = changes.overlay();
    return Diagnostic.of(
            UNFINISHED,
            Severity.INFO,
            "kustomizations patch the object; what they may add or change is not judged",
            object.placeOf(KIND))
        .withSubject(object.subject())
        .withRemedy("Judge what the overlay that patches it makes"
            + (overlay.isEmpty() ? "." : ": kubectl kustomize " + overlay + " | seaworthy lint -"));
  }

  /** What other units hold turns {@code refused} away, if it is for the same cluster. */
  static Diagnostic ofOneCluster(JudgedObject refused) {
    Diagnostic why = VerdictDiagnostics.of(refused, NO_TEXT).stream()
        .filter(each -> each.severity() == Severity.ERROR)
        .findFirst()
        .orElseThrow();
    return Diagnostic.of(
            OTHER_UNIT,
            Severity.INFO,
            "if this goes to the same cluster as what other folders hold, it is refused: "
                + why.message(),
            why.place())
        .withSubject(refused.subject())
        .withRemedy("Say which files belong together by `units` in .seaworthy.yaml.");
  }

  /** {@code field} of {@code object} is taken and then lost, without a word of the server. */
  static Diagnostic notStored(JudgedObject object, FieldPath field) {
    return Diagnostic.of(
            NOT_STORED,
            Severity.INFO,
            field + " is lost: the version in which such objects are stored does not have it, and"
                + " nothing converts them",
            object.placeOf(field))
        .withSubject(object.subject())
        .withField(field.toString())
        .withRemedy("Write the object in the stored version, or add the field to that.");
  }

  /** Whether the claim {@code object} may grow hangs on {@code className}, empty for the default. */
  static Diagnostic growthUnsure(JudgedObject object, FieldPath size, String className) {
    String named =
        className.isEmpty() ? "the cluster's default StorageClass" : "StorageClass " + className;
    return Diagnostic.of(
            GROWTH_UNSURE,
            Severity.INFO,
            "the claim grows, which a server takes where the claim is bound and " + named
                + " has allowVolumeExpansion: true; the class is not in the input",
            object.placeOf(size))
        .withSubject(object.subject())
        .withField(size.toString())
        .withRemedy("Have the StorageClass in the input, too, to be sure.");
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
