package dev.seaworthy.validate.admission.podsecurity;

import java.util.Optional;

/**
 * A level of the standards as they were in some release.
 *
 * @param minor of release 1.x; {@link #LATEST} for whatever the server knows
 */
public record SecurityDemand(SecurityLevel level, int minor) {

  public static final int LATEST = Integer.MAX_VALUE;

  public static final SecurityDemand NONE = latest(SecurityLevel.PRIVILEGED);

  public static SecurityDemand latest(SecurityLevel level) {
    return new SecurityDemand(level, LATEST);
  }

  /** The release that a label's {@code latest} or {@code v1.34} means. */
  static Optional<Integer> minor(String version) {
    if (version.equals("latest")) {
      return Optional.of(LATEST);
    }
    String digits = version.startsWith("v1.") ? version.substring(3) : "";
    boolean isNumber = !digits.isEmpty()
        && digits.length() < 4
        && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
  }

  public boolean asksAnything() {
    return level != SecurityLevel.PRIVILEGED;
  }

  /** Both in Kubernetes' words: {@code baseline:v1.34}. */
  @Override
  public String toString() {
    return level.word() + ":" + (minor == LATEST ? "latest" : "v1." + minor);
  }
}
