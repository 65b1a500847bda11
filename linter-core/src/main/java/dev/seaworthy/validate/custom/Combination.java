package dev.seaworthy.validate.custom;

import dev.seaworthy.api.crd.StructuralSchema;
import dev.seaworthy.api.crd.ValueRules;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Schemas of which a value must meet all, any, one or none. Where none of several fits, what is wrong
 * by the one that comes nearest is told too.
 */
final class Combination {

  private final SchemaJudge judge;
  private final Node value;
  private final Node old;
  private final FieldPath path;
  private final Outcome outcome = new Outcome();

  private Combination(SchemaJudge judge, Node value, Node old, FieldPath path) {
    this.judge = judge;
    this.value = value;
    this.old = old;
    this.path = path;
  }

  static Outcome of(
      SchemaJudge judge, StructuralSchema schema, Node value, Node old, FieldPath path) {
    ValueRules rules = schema.rules();
    Combination combination = new Combination(judge, value, old, path);
    combination.any(rules.anyOf());
    combination.one(rules.oneOf());
    combination.all(rules.allOf());
    rules.not().ifPresent(combination::none);
    combination.outcome.pass();
    return combination.outcome;
  }

  private Outcome judge(StructuralSchema schema) {
    return judge.judge(schema, value, old, path);
  }

  private void any(List<StructuralSchema> schemas) {
    Outcome nearest = null;
    for (StructuralSchema schema : schemas) {
      Outcome one = judge(schema);
      if (one.isValid()) {
        outcome.merge(one);
        return;
      }
      nearest = nearer(nearest, one);
    }
    if (nearest != null) {
      say("anyOf", "must fit at least one of " + schemas.size() + " schemas, fits none");
      outcome.merge(nearest);
    }
  }

  private static Outcome nearer(@Nullable Outcome nearest, Outcome one) {
    return nearest == null || one.passed() > nearest.passed() ? one : nearest;
  }

  private void one(List<StructuralSchema> schemas) {
    Outcome nearest = null;
    Outcome first = null;
    int valid = 0;
    for (StructuralSchema schema : schemas) {
      Outcome one = judge(schema);
      if (one.isValid()) {
        valid++;
        first = first == null ? one : first;
      } else if (valid == 0) {
        nearest = nearer(nearest, one);
      }
    }
    if (valid == 1 && first != null) {
      outcome.merge(first);
    } else if (!schemas.isEmpty()) {
      String fits = valid == 0 ? "none" : Integer.toString(valid);
      say("oneOf", "must fit exactly one of " + schemas.size() + " schemas, fits " + fits);
      if (valid == 0 && nearest != null) {
        outcome.merge(nearest);
      }
    }
  }

  private void all(List<StructuralSchema> schemas) {
    int valid = 0;
    for (StructuralSchema schema : schemas) {
      Outcome one = judge(schema);
      valid += one.isValid() ? 1 : 0;
      outcome.merge(one);
    }
    if (valid < schemas.size()) {
      say("allOf", "must fit all of " + schemas.size() + " schemas, fits " + valid);
    }
  }

  private void none(StructuralSchema schema) {
    if (judge(schema).isValid()) {
      say("not", "fits a schema that it must not fit");
    }
  }

  private void say(String keyword, String message) {
    outcome.add(Unplaced.error(path, keyword, message));
  }
}
