package dev.seaworthy.validate.defaulting;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.validate.field.Request;

/** The pull policy of an ephemeral container, by its tag. */
final class EphemeralContainerDefaults implements TypeDefaults {

  @Override
  public String type() {
    return "core/v1.EphemeralContainer";
  }

  @Override
  public Mapping apply(Mapping value, Request request) {
    return PullPolicyDefault.fill(value, "imagePullPolicy", "image");
  }
}
