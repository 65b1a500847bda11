package dev.seaworthy.validate.constraint;

import static java.util.stream.Collectors.joining;

import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.data.Row.Cell;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.field.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A text must be one of a few.
 *
 * @param empty whether empty text, and absence, are judged too
 */
record Enumeration(List<String> values, Empty empty, CauseType cause) implements Constraint {

  static Enumeration read(Cell cell, LineOptions options) {
    return new Enumeration(cell.list(), options.empty(), options.cause(CauseType.NOT_SUPPORTED));
  }

  @Override
  public String origin() {
    return "enum";
  }

  @Override
  public boolean judgesAbsence() {
    return empty == Empty.JUDGED_ALSO_ABSENT;
  }

  @Override
  public void check(Value value, Errors errors) {
    String text = value.text();
    if (!empty.judges(value) || values.contains(text)) {
      return;
    }
    FieldError error = FieldError.of(
        cause,
        value.path(),
        origin(),
        "is '" + text + "', must be one of " + String.join(", ", values));
    errors.add(NearestName.to(text, values)
        .map(nearest -> error.withRemedy("Did you mean " + nearest + "?"))
        .orElse(error));
  }

  @Override
  public String words() {
    return "one of " + values.stream().map(v -> v.isEmpty() ? "''" : v).collect(joining(", "));
  }

  @Override
  public Mapping schema() {
    List<Node> allowed = new ArrayList<>(values.stream().map(Scalar::of).toList());
    if (empty == Empty.IGNORED && !values.contains("")) {
      allowed.add(Scalar.of(""));
    }
    allowed.add(Absent.INSTANCE);
    return Mapping.of("enum", Sequence.of(allowed));
  }
}
