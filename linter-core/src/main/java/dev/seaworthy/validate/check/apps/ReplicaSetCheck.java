package dev.seaworthy.validate.check.apps;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.check.workload.PodNames;
import dev.seaworthy.validate.check.workload.WorkloadTemplate;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;

/** What no single field of a ReplicaSet can tell. Mirrors ValidateReplicaSetSpec. */
public final class ReplicaSetCheck implements KindCheck {

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
