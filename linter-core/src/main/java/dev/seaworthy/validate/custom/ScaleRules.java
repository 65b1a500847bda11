package dev.seaworthy.validate.custom;

import dev.seaworthy.api.crd.ScaleFields;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.NodeWords;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.FieldError;
import java.util.ArrayList;
import java.util.List;

/**
 * What a definition's scale asks of an object: numbers of replicas that a Scale can hold. Mirrors
 * ValidateScaleSpec and ValidateScaleStatus, which name a field as the definition writes it.
 */
final class ScaleRules {

  private final Mapping object;
  private final List<FieldError> errors = new ArrayList<>();

  private ScaleRules(Mapping object) {
    this.object = object;
  }

  static List<FieldError> judge(ScaleFields fields, Mapping object) {
    ScaleRules rules = new ScaleRules(object);
    rules.replicas(fields.wanted());
    rules.replicas(fields.actual());
    fields.selector().ifPresent(rules::selector);
    return rules.errors;
  }

  private void replicas(String written) {
    Found found = find(written);
    if (found.isNothing()) {
      return;
    }
    if (!found.isThere()
        || !(found.value() instanceof Scalar number)
        || number.asLong().isEmpty()) {
      add(written, found.words() + " where a whole number of replicas must be");
      return;
    }
    long replicas = number.asLong().get();
    if (replicas < 0) {
      add(written, "is negative, must be a number of replicas");
    } else if (replicas > Integer.MAX_VALUE) {
      add(written, "is " + replicas + ", must be at most " + Integer.MAX_VALUE + " replicas");
    }
  }

  private void selector(String written) {
    Found found = find(written);
    if (!found.isNothing() && !(found.isThere() && found.value().isString())) {
      add(written, found.words() + " where the text of a selector must be");
    }
  }

  /**
   * What a way leads to.
   *
   * @param isThere whether it is at the end of the way; else it is what has no fields to go on
   */
  private record Found(Node value, boolean isThere) {

    static final Found NOTHING = new Found(Absent.INSTANCE, false);

    boolean isNothing() {
      return value == Absent.INSTANCE;
    }

    String words() {
      return (isThere ? "is " : "is below ") + NodeWords.of(value);
    }
  }

  private Found find(String written) {
    Node value = object;
    for (String step : ScaleFields.steps(written)) {
      if (value instanceof Mapping mapping) {
        if (!mapping.has(step)) {
          return Found.NOTHING;
        }
        value = mapping.get(step);
      } else {
        return value.isAbsent() ? Found.NOTHING : new Found(value, false);
      }
    }
    return new Found(value, true);
  }

  private void add(String written, String message) {
    errors.add(FieldError.of(
            CauseType.INVALID,
            FieldPath.of(ScaleFields.steps(written).toArray(String[]::new)),
            "scale",
            message)
        .namedAs(FieldPath.of(written)));
  }
}
