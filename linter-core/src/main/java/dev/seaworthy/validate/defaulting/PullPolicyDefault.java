package dev.seaworthy.validate.defaulting;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;

/** When an image is pulled, if nobody says: one that is named {@code latest} every time. */
final class PullPolicyDefault {

  private PullPolicyDefault() {}

  /** {@code holder} with the field {@code policy} filled in for the image in {@code image}. */
  static Mapping fill(Mapping holder, String policy, String image) {
    if (!holder.get(policy).text().isEmpty()) {
      return holder;
    }
    boolean always = ImageName.isLatest(holder.get(image).text());
    return holder.with(policy, Scalar.of(always ? "Always" : "IfNotPresent"));
  }
}
