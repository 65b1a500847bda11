package dev.seaworthy.validate.check.resource;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.check.meta.TemplateMetadata;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;

/** From what the claims of pods are made. Mirrors validateResourceClaimTemplateSpec. */
public final class ResourceClaimTemplateCheck implements KindCheck {

  @Override
  public GroupKind kind() {
    return GroupKind.of("resource.k8s.io", "ResourceClaimTemplate");
  }

  @Override
  public void check(Value template, Request request, Errors errors) {
    TemplateMetadata.check(template.at("spec", "metadata"), errors);
    DeviceClaims devices = new DeviceClaims(request, errors);
    Value claim = template.at("spec", "spec", "devices");
    devices.check(claim);
    if (request.isCreate()) {
      devices.administrators(claim);
    }
  }
}
