package dev.seaworthy.validate.check.core.persistentvolume;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;

/** A PersistentVolume by itself, and what may be changed of it. */
public final class PersistentVolumeCheck implements KindCheck {

  @Override
  public GroupKind kind() {
    return GroupKind.of("", "PersistentVolume");
  }

  @Override
  public void check(Value volume, Request request, Errors errors) {
    new PersistentVolumeSpecCheck(volume, request, errors).check();
    if (request.isUpdate()) {
      PersistentVolumeUpdateCheck.check(volume.at("spec"), request, errors);
    }
    PersistentVolumeWarnings.ofVolume(volume, errors);
  }
}
