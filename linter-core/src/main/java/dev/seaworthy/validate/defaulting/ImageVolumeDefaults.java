package dev.seaworthy.validate.defaulting;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.validate.field.Request;

/** The pull policy of an image that is a volume, by its tag. */
final class ImageVolumeDefaults implements TypeDefaults {

  @Override
  public String type() {
    return "core/v1.ImageVolumeSource";
  }

  @Override
  public Mapping apply(Mapping value, Request request) {
    return PullPolicyDefault.fill(value, "pullPolicy", "reference");
  }
}
