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
    boolean always = isLatest(holder.get(image).text());
    return holder.with(policy, Scalar.of(always ? "Always" : "IfNotPresent"));
  }

  /** Whether the image has the tag latest, or neither tag nor digest. */
  private static boolean isLatest(String image) {
    if (image.isEmpty() || !image.equals(image.strip())) {
      return false;
    }
    int at = image.indexOf('@');
    String name = at < 0 ? image : image.substring(0, at);
    int colon = name.indexOf(':', name.lastIndexOf('/') + 1);
    return colon < 0 ? at < 0 : name.substring(colon + 1).equals("latest");
  }
}
