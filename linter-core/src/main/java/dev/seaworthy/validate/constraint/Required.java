package dev.seaworthy.validate.constraint;

import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.util.List;

/**
 * There must be a value, and it must not be empty.
 *
 * @param zeroIsEmpty whether 0 counts as no value, as it does where Go holds no pointer
 * @param emptyCounts whether empty text counts as a value, as it does where Go holds a pointer
 */
record Required(boolean zeroIsEmpty, boolean emptyCounts, CauseType cause) implements Constraint {

  static Required read(LineOptions options) {
    return new Required(
        options.zero("ignored"), options.emptyCounts(), options.cause(CauseType.REQUIRED));
  }

  @Override
  public String origin() {
    return "required";
  }

  @Override
  public boolean judgesAbsence() {
    return true;
  }

  @Override
  public void check(Value value, Errors errors) {
    if (isUnset(value, emptyCounts)
        || (zeroIsEmpty && value.number() == 0 && !value.node().isString())) {
      errors.add(cause, value.path(), origin(), "must be given");
    }
  }

  /** Empty, or absent where empty text and lists count as values. */
  static boolean isUnset(Value value, boolean emptyCounts) {
    return emptyCounts ? value.isAbsent() : isEmpty(value);
  }

  /** Empty as Go sees it: no text, no items. An empty struct counts as a value. */
  static boolean isEmpty(Value value) {
    return value.isAbsent()
        || (value.node().isString() && value.text().isEmpty())
        || (value.node().isSequence() && value.size() == 0);
  }

  @Override
  public String words() {
    return "required";
  }

  @Override
  public Mapping schema() {
    Mapping schema = emptyCounts
        ? Mapping.EMPTY
        : Mapping.of("minLength", Scalar.of(1), "minItems", Scalar.of(1));
    return zeroIsEmpty
        ? schema.with(
            "not", Mapping.of("enum", Sequence.of(List.of(Absent.INSTANCE, Scalar.of(0)))))
        : schema;
  }
}
