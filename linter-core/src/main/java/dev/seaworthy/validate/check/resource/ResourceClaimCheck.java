package dev.seaworthy.validate.check.resource;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;

/** A claim of devices. Its spec never changes, so that updates ask no more than that. */
public final class ResourceClaimCheck implements KindCheck {

  @Override
  public GroupKind kind() {
    return GroupKind.of("resource.k8s.io", "ResourceClaim");
  }

  @Override
  public void check(Value claim, Request request, Errors errors) {
    if (request.isCreate()) {
      DeviceClaims devices = new DeviceClaims(request, errors);
      devices.check(claim.at("spec", "devices"));
      devices.administrators(claim.at("spec", "devices"));
    }
  }
}
