package dev.seaworthy.validate.defaulting;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.validate.Request;

/** The pull policy of a container, by its tag. */
final class ContainerDefaults implements TypeDefaults {

  @Override
  public String type() {
    return "core/v1.Container";
  }

  @Override
  public Mapping apply(Mapping value, Request request) {
    return PullPolicyDefault.fill(value, "imagePullPolicy", "image");
  }
}
