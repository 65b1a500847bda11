package dev.seaworthy.validate.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;

/** What no single field of a ReplicaSet can tell. Mirrors ValidateReplicaSetSpec. */
final class ReplicaSetCheck implements KindCheck {

  @Override
  public GroupKind kind() {
    return GroupKind.of("apps", "ReplicaSet");
  }

  @Override
  public void check(Value replicaSet, Request request, Errors errors) {
    PodNames.warn(replicaSet, errors);
    WorkloadTemplate.check(replicaSet.at("spec"), errors);
  }
}
