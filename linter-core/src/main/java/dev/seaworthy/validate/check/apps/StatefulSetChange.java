package dev.seaworthy.validate.check.apps;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.validate.check.change.Restored;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import java.util.List;

/**
 * What of a StatefulSet can't change, as servers before 1.36 say it: of the spec as a whole. Mirrors
 * ValidateStatefulSetUpdate.
 */
public final class StatefulSetChange implements KindCheck {

  private static final int NAMES_FIELDS_SINCE = 36;
  private static final int HISTORY_SINCE = 33;
  private static final List<String> MUTABLE = List.of(
      "replicas",
      "template",
      "updateStrategy",
      "persistentVolumeClaimRetentionPolicy",
      "minReadySeconds",
      "ordinals");

  @Override
  public GroupKind kind() {
    return GroupKind.of("apps", "StatefulSet");
  }

  @Override
  public void check(Value set, Request request, Errors errors) {
    Value spec = set.at("spec");
    boolean both = spec.node() instanceof Mapping && spec.previous() instanceof Mapping;
    if (request.isCreate() || request.isSince(NAMES_FIELDS_SINCE) || !both) {
      return;
    }
    Mapping rest = (Mapping) spec.node();
    for (String field : MUTABLE) {
      rest = Restored.field(rest, spec.previous(), field);
    }
    if (request.isSince(HISTORY_SINCE)) {
      rest = Restored.field(rest, spec.previous(), "revisionHistoryLimit");
    }
    if (!request.same(spec.path(), rest, spec.previous())) {
      errors.forbidden(
          spec.path(), "immutable", "must not be changed but for " + String.join(", ", MUTABLE));
    }
  }
}
