package dev.seaworthy.validate.custom;

import dev.seaworthy.api.crd.StructuralSchema;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.FieldError;
import java.util.ArrayList;
import java.util.List;

/** Whether the default that a schema gives could be written by a person. */
public final class DefaultRules {

  private DefaultRules() {}

  /** What is wrong with {@code value} by the judge of a release; paths begin at it. */
  public static List<FieldError> judge(SchemaJudge judge, StructuralSchema schema, Node value) {
    List<FieldError> errors = new ArrayList<>();
    if (value instanceof Mapping || value instanceof Sequence) {
      if (!Pruning.pruneValue(value, schema).isEmpty()) {
        errors.add(FieldError.of(
            CauseType.INVALID, FieldPath.ROOT, "default", "must not have unknown fields"));
      }
      errors.addAll(EmbeddedObjects.judgeValue(schema, value));
    }
    if (errors.size() <= 1 && errors.stream().allMatch(e -> e.origin().equals("default"))) {
      errors.addAll(
          judge.ratcheted(schema, value, Absent.INSTANCE, FieldPath.ROOT).errors());
    }
    return errors;
  }
}
