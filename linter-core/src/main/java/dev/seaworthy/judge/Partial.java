package dev.seaworthy.judge;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.ProblemCode;
import dev.seaworthy.validate.Verdict;
import dev.seaworthy.validate.custom.ObjectRules;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.FieldError;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A part of an object that no kustomization lists, beside one or in a file called so: a patch that
 * is named elsewhere, in a script or by whoever builds on the folder, or for which there is no use
 * any more. What tells it from an object that somebody got wrong: nothing is wrong in it, but much
 * is not there.
 */
final class Partial {

  /** Whoever forgets one field has meant a whole object, if there is no other of its name. */
  private static final int MUCH = 2;

  private static final FieldPath POD = FieldPath.of("spec", "template");

  private Partial() {}

  /**
   * The note in place of {@code object}, if that is no more than a part.
   *
   * @param hasWhole whether the whole object stands where overlays have what they change
   */
  static Optional<Diagnostic> noteOf(JudgedObject object, BooleanSupplier hasWhole) {
    Verdict verdict = object.verdict();
    List<FieldError> causes = causes(verdict);
    boolean isWrong = verdict.decode().stream().findAny().isPresent()
        || verdict.denial().isPresent()
        || !causes.stream().allMatch(Partial::isLack);
    boolean isPart = object.judged()
        && !isWrong
        && !runsSomething(object.document().root())
        && (causes.size() >= MUCH || causes.size() == 1 && hasWhole.getAsBoolean());
    return isPart ? Optional.of(note(object)) : Optional.empty();
  }

  /** Without the word that there may be more. */
  private static List<FieldError> causes(Verdict verdict) {
    return verdict.causes().stream()
        .filter(cause -> !cause.message().equals(ObjectRules.VALIDATIONS_UNASKED))
        .toList();
  }

  /** A selector that is not there selects no labels either. */
  private static boolean isLack(FieldError cause) {
    return cause.type() == CauseType.REQUIRED
        || cause.field().toString().endsWith("template.metadata.labels");
  }

  /** Whether it says which image to run with which labels, as a patch seldom does. */
  private static boolean runsSomething(Node object) {
    Node template = POD.resolve(object);
    List<Node> containers = template.at("spec", "containers").items();
    return template.at("metadata", "labels").isMapping()
        && containers.stream().anyMatch(container -> container.get("image").isString());
  }

  private static Diagnostic note(JudgedObject object) {
    List<FieldError> lacks = causes(object.verdict());
    String more = lacks.size() > 1 ? " and " + (lacks.size() - 1) + " more" : "";
    String missing = lacks.get(0).place() + more;
    return Diagnostic.of(
            ProblemCode.PATCH.code(),
            Severity.INFO,
            "the object is but a part (there is no " + missing + "), as patches are, and no"
                + " kustomization here lists it",
            object.placeOf(FieldPath.of("kind")))
        .withSubject(object.subject());
  }
}
