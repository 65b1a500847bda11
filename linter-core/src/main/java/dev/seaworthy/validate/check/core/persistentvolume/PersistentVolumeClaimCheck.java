package dev.seaworthy.validate.check.core.persistentvolume;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;

/** A PersistentVolumeClaim by itself, and what may be changed of it. */
public final class PersistentVolumeClaimCheck implements KindCheck {

  @Override
  public GroupKind kind() {
    return GroupKind.of("", "PersistentVolumeClaim");
  }

  @Override
  public void check(Value claim, Request request, Errors errors) {
    if (request.isUpdate()) {
      ClaimUpdateCheck.check(claim, request, errors);
    }
    PersistentVolumeWarnings.ofClaim(claim, errors);
  }
}
