package dev.seaworthy.validate.check.resource;

import dev.seaworthy.validate.check.core.pod.NodeAffinityCheck;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import java.util.List;

/** From which nodes devices can be reached: exactly one way of saying so. */
final class NodeSelection {

  private final Request request;
  private final Errors errors;

  NodeSelection(Request request, Errors errors) {
    this.request = request;
    this.errors = errors;
  }

  /** Judges the members of {@code struct} that {@code ways} names, of which one must be set. */
  void check(Value struct, List<String> ways) {
    int set = 0;
    for (String way : ways) {
      set += isSet(struct.at(way)) ? 1 : 0;
    }
    Value selector = struct.at("nodeSelector");
    if (selector.isPresent()) {
      new NodeAffinityCheck(errors, request).required(selector.at("nodeSelectorTerms"));
    }
    if (set == 0) {
      errors.required(struct.path(), "one-of", "must have one of " + String.join(", ", ways));
    } else if (set > 1) {
      errors.invalid(struct.path(), "one-of", "must have only one of " + String.join(", ", ways));
    }
  }

  /** Whether it says something; a {@code false} is no answer, and refused. */
  private boolean isSet(Value way) {
    boolean flag = way.node().asBoolean().isPresent();
    if (flag && !way.isTrue()) {
      errors.invalid(way.path(), "true-or-unset", "must be true, or not be given");
    }
    return flag
        ? way.isTrue()
        : way.isPresent() && !(way.node().isString() && way.text().isEmpty());
  }
}
