package dev.seaworthy.validate.check.core.volume;

import dev.seaworthy.validate.check.meta.TemplateMetadata;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.TypeCheck;
import dev.seaworthy.validate.field.Value;

/** A claim that is made for the pod and goes with it. */
public final class EphemeralVolumeCheck implements TypeCheck {

  @Override
  public String type() {
    return "core/v1.EphemeralVolumeSource";
  }

  @Override
  public void check(Value source, Request request, Errors errors) {
    TemplateMetadata.check(source.at("volumeClaimTemplate", "metadata"), errors);
  }
}
