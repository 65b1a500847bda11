package dev.seaworthy.validate.custom;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.crd.StructuralSchema;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.FieldError;
import java.util.List;
import java.util.Set;

/**
 * Judges an object by the schema of its definition. On an update what did not change is not held
 * against it: neither a value that is as it was, nor an item of a list with keys that is as the one of
 * the same keys was. Mirrors the server's schema validation with its ratcheting.
 */
public final class SchemaJudge {

  private static final Set<String> NUMERIC = Set.of("integer", "number");

  private final NumberRules numbers;

  private SchemaJudge(NumberRules numbers) {
    this.numbers = numbers;
  }

  /** Judges as that release does. */
  public static SchemaJudge of(Release release) {
    return new SchemaJudge(NumberRules.of(release));
  }

  /** What is wrong with {@code object}; {@code previous} is absent when it is created. */
  public List<FieldError> judge(StructuralSchema schema, Node object, Node previous) {
    return ratcheted(schema, object, previous, FieldPath.ROOT).errors();
  }

  /** What is wrong with a value, unless it is what it was. */
  Outcome ratcheted(StructuralSchema schema, Node value, Node old, FieldPath path) {
    Outcome outcome = judge(schema, value, old, path);
    return !outcome.isValid() && old != Absent.INSTANCE && value.sameAs(old)
        ? new Outcome()
        : outcome;
  }

  /** What is wrong with a value, as one of several schemas for it says. */
  Outcome judge(StructuralSchema schema, Node value, Node old, FieldPath path) {
    Outcome outcome = new Outcome();
    if (value.isAbsent()) {
      return outcome.merge(TypeCheck.ofNull(schema, path)).merge(enumeration(schema, value, path));
    }
    if (TypeCheck.applies(schema)) {
      outcome.merge(TypeCheck.of(schema, value, path)).pass();
    }
    outcome.merge(Combination.of(this, schema, value, old, path)).pass();
    if (value instanceof Scalar scalar) {
      scalar(schema, scalar, path, outcome);
    } else if (value instanceof Sequence sequence) {
      outcome.merge(Children.items(this, schema, sequence, old, path)).pass();
    }
    outcome.merge(enumeration(schema, value, path)).pass();
    if (value instanceof Mapping mapping) {
      outcome.merge(Children.fields(this, schema, mapping, old, path)).pass();
    }
    outcome.pass();
    return outcome;
  }

  private void scalar(StructuralSchema schema, Scalar scalar, FieldPath path, Outcome outcome) {
    if (scalar.isString()) {
      outcome.merge(TextRules.of(schema, scalar.value(), path)).pass();
      String format = Formats.of(schema);
      if (!format.isEmpty() && !NUMERIC.contains(schema.type())) {
        outcome.merge(TextRules.format(format, scalar.value(), path)).pass();
      }
    } else if (scalar.isNumber()) {
      outcome.merge(numbers.judge(schema, scalar, path)).pass();
    }
  }

  /** A null is in no enumeration, not even in one that lists it. */
  private static Outcome enumeration(StructuralSchema schema, Node value, FieldPath path) {
    List<Node> values = schema.rules().enumeration();
    boolean allowed =
        values.isEmpty() || (value.isPresent() && values.stream().anyMatch(value::sameAs));
    if (allowed) {
      return new Outcome();
    }
    List<String> words = values.stream().map(one -> one.stringOr(one.toJson())).toList();
    return Outcome.of(FieldError.of(
        CauseType.NOT_SUPPORTED,
        path,
        "enum",
        "is " + Words.quoted(value) + ", must be "
            + (words.size() == 1 ? words.get(0) : "one of " + String.join(", ", words))));
  }
}
