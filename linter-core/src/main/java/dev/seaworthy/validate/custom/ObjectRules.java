package dev.seaworthy.validate.custom;

import dev.seaworthy.api.crd.CustomKind;
import dev.seaworthy.api.crd.StructuralSchema;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Span;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.FieldError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Everything that a definition asks of an object, but for its rules in CEL. */
public final class ObjectRules {

  /** After one of these the server does not ask the rules in CEL, and says so. */
  private static final Set<CauseType> BLOCKING = EnumSet.of(
      CauseType.NOT_SUPPORTED,
      CauseType.REQUIRED,
      CauseType.TOO_LONG,
      CauseType.TOO_MANY,
      CauseType.TYPE_INVALID);

  private ObjectRules() {}

  /** The cause that says that there may be more, which is no fault by itself. */
  public static final String VALIDATIONS_UNASKED =
      "x-kubernetes-validations, the rules of the definition in CEL, are asked only once the other"
          + " errors of this object are mended";

  /**
   * What is wrong with an object.
   *
   * @param asksValidations whether what was found leaves the rules in CEL to be asked
   */
  public record Answer(List<FieldError> errors, boolean asksValidations) {}

  /**
   * What is wrong with {@code object}.
   *
   * @param judge judges by schemas as the release does
   * @param previous absent when it is created
   * @param known what was found in its metadata before, which can block as well
   */
  public static Answer judge(
      SchemaJudge judge, CustomKind kind, Mapping object, Node previous, List<FieldError> known) {
    StructuralSchema schema = kind.schema();
    List<FieldError> errors = new ArrayList<>(judge.judge(schema, object, previous));
    kind.scale().ifPresent(fields -> errors.addAll(ScaleRules.judge(fields, object)));
    errors.addAll(EmbeddedObjects.judge(schema, object));
    boolean hadBadLists =
        previous instanceof Mapping old && !ListTypes.judge(schema, old).isEmpty();
    if (!hadBadLists) {
      errors.addAll(ListTypes.judge(schema, object));
    }
    boolean blocked = Stream.concat(known.stream(), errors.stream())
        .anyMatch(error -> BLOCKING.contains(error.type()));
    if (blocked && schema.hasValidations()) {
      errors.add(
          Unplaced.error(lastPlace(errors, object), "validations-unasked", VALIDATIONS_UNASKED));
    }
    return new Answer(errors, !blocked && schema.hasValidations());
  }

  /** Where the reader has seen all the others. */
  private static FieldPath lastPlace(List<FieldError> errors, Mapping object) {
    return errors.stream()
        .map(FieldError::place)
        .max(Comparator.comparing(
            place -> place.spanIn(object),
            Comparator.comparingInt(Span::line).thenComparingInt(Span::column)))
        .orElse(FieldPath.ROOT);
  }
}
