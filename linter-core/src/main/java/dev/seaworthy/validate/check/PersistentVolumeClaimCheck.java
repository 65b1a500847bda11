package dev.seaworthy.validate.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.check.pod.ClaimChecks;
import dev.seaworthy.validate.check.pod.ClaimUpdateCheck;
import dev.seaworthy.validate.check.pod.PersistentVolumeWarnings;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;

/** A PersistentVolumeClaim by itself, and what may be changed of it. */
final class PersistentVolumeClaimCheck implements KindCheck {

  @Override
  public GroupKind kind() {
    return GroupKind.of("", "PersistentVolumeClaim");
  }

  @Override
  public void check(Value claim, Request request, Errors errors) {
    ClaimChecks.spec(claim.at("spec"), errors);
    if (request.isUpdate()) {
      ClaimUpdateCheck.check(claim, errors);
    }
    PersistentVolumeWarnings.ofClaim(claim, errors);
  }
}
