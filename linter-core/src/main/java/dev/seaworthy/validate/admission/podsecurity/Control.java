package dev.seaworthy.validate.admission.podsecurity;

/**
 * One control of the standards.
 *
 * @param name what it is about; at the level restricted it takes the place of one of the same name
 *     that baseline has
 * @param since the release 1.x of the standards that brought it
 */
record Control(String name, SecurityLevel level, int since, Judge judge) {

  /** What a control asks of a pod. */
  interface Judge {
    void judge(ReviewedPod pod, Violations violations);
  }

  static Control baseline(String name, int since, Judge judge) {
    return new Control(name, SecurityLevel.BASELINE, since, judge);
  }

  static Control restricted(String name, int since, Judge judge) {
    return new Control(name, SecurityLevel.RESTRICTED, since, judge);
  }

  boolean isAskedBy(SecurityLevel asking, int minor) {
    return !level.isStricterThan(asking) && since <= minor;
  }
}
