package dev.seaworthy.lint.check;

import dev.seaworthy.api.Resource;
import java.util.Set;

/**
 * Labels that are set or not, {@code gatus.io/enabled: "true"}: a program that is not among the input
 * finds objects by them, as a sidecar does its ConfigMaps.
 */
final class SwitchLabel {

  private static final Set<String> SET = Set.of("true", "1", "yes", "enabled");

  private SwitchLabel() {}

  /** Whether {@code object} has one. */
  static boolean isAt(Resource object) {
    return object.labels().values().stream().anyMatch(SET::contains);
  }
}
