package dev.seaworthy.validate.admission.podsecurity;

import dev.seaworthy.manifest.Node;
import java.util.Optional;

/**
 * What a namespace asks of its pods. Mirrors api.PolicyToEvaluate.
 *
 * @param enforce what a pod must meet
 * @param warn what a client is warned of, for workloads too
 */
public record NamespaceSecurity(SecurityDemand enforce, SecurityDemand warn) {

  private static final String PREFIX = "pod-security.kubernetes.io/";

  /**
   * What the labels of a namespace say; a label that says nothing sensible is taken for the strictest
   * level where it enforces, for none where it warns.
   *
   * @param usual what holds where the labels are silent
   */
  public static NamespaceSecurity of(Node labels, SecurityLevel usual) {
    Node level = labels.get(PREFIX + "enforce");
    Optional<SecurityLevel> named = SecurityLevel.of(level.text());
    SecurityDemand enforce = new SecurityDemand(
        level.isAbsent() ? usual : named.orElse(SecurityLevel.RESTRICTED),
        version(labels, "enforce").orElse(SecurityDemand.LATEST));
    return new NamespaceSecurity(
        enforce, warn(labels, SecurityDemand.latest(usual), enforce, named.isPresent()));
  }

  /** Whoever enforces a level and says nothing of warnings is warned of that level. */
  private static SecurityDemand warn(
      Node labels, SecurityDemand usual, SecurityDemand enforce, boolean namesLevel) {
    Node level = labels.get(PREFIX + "warn");
    if (level.isPresent()) {
      return new SecurityDemand(
          SecurityLevel.of(level.text()).orElse(SecurityLevel.PRIVILEGED),
          version(labels, "warn").orElse(SecurityDemand.LATEST));
    }
    boolean follows = namesLevel && enforce.level().isStricterThan(usual.level());
    SecurityDemand warn = follows ? enforce : usual;
    return new SecurityDemand(warn.level(), version(labels, "warn").orElse(warn.minor()));
  }

  private static Optional<Integer> version(Node labels, String mode) {
    return SecurityDemand.minor(labels.get(PREFIX + mode + "-version").text());
  }
}
