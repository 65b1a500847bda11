package dev.seaworthy.validate.constraint;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.util.List;

/**
 * There must be no value.
 *
 * @param emptyCounts whether empty text counts as a value, as it does where Go holds a pointer
 */
record Forbidden(boolean emptyCounts, CauseType cause) implements Constraint {

  static Forbidden read(LineOptions options) {
    return new Forbidden(options.emptyCounts(), options.cause(CauseType.FORBIDDEN));
  }

  @Override
  public String origin() {
    return "forbidden";
  }

  @Override
  public void check(Value value, Errors errors) {
    if (!Required.isUnset(value, emptyCounts)) {
      errors.add(cause, value.path(), origin(), "must not be set here");
    }
  }

  @Override
  public String words() {
    return "must not be set";
  }

  /** Empty text and empty lists are not seen by the server. */
  @Override
  public Mapping schema() {
    return Mapping.of(
        "type",
        Sequence.ofStrings(List.of("null", "string", "array")),
        "maxLength",
        Scalar.of(0),
        "maxItems",
        Scalar.of(0));
  }
}
