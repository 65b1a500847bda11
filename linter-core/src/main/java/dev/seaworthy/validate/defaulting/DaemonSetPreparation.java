package dev.seaworthy.validate.defaulting;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import java.util.List;

/**
 * Counts the changes of a DaemonSet's template in an annotation, which was a field once. The server
 * counts itself, but for the number with which a DaemonSet is made.
 */
final class DaemonSetPreparation implements KindPreparation {

  private static final String COUNT = "deprecated.daemonset.template.generation";

  @Override
  public GroupKind kind() {
    return GroupKind.of("apps", "DaemonSet");
  }

  @Override
  public Mapping prepare(Value object, Request request, Errors errors) {
    Mapping set = (Mapping) object.node();
    long count = request.isUpdate() ? next(object) : Math.max(1, count(set));
    return set.withAt(List.of("metadata", "annotations", COUNT), Scalar.of(String.valueOf(count)));
  }

  private static long next(Value set) {
    long before = count(set.previous());
    return set.at("spec", "template").isChanged() ? before + 1 : before;
  }

  private static long count(Node set) {
    try {
      return Long.parseLong(set.at("metadata", "annotations", COUNT).text());
    } catch (NumberFormatException none) {
      return 0;
    }
  }
}
