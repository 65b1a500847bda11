package dev.seaworthy.simulate.surroundings;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.manifest.FieldPath;
import java.util.Optional;
import java.util.Set;

/**
 * What is played in the place of a value that is yet to be filled in.
 *
 * @param object as it is written
 * @param path where the value stands
 * @param written the value as it is written, with its placeholder
 * @param taken what is played; empty if the field is left out
 */
public record StandIn(InputObject object, FieldPath path, String written, Optional<String> taken) {

  /** Fields that decide how many pods there are, and where they fit. */
  private static final Set<String> DECISIVE = Set.of(
      "replicas",
      "parallelism",
      "completions",
      "minReplicas",
      "maxReplicas",
      "minAvailable",
      "maxUnavailable",
      "maxSurge",
      "suspend",
      "schedule",
      "hard",
      "resources",
      "nodeSelector",
      "nodeName",
      "nodeAffinity",
      "topologySpreadConstraints");

  /**
   * Whether what is played says little of what will be: nobody knows how many pods there are, or
   * whether they find room, before the value is known.
   */
  public boolean isDecisive() {
    return path.steps().stream().map(FieldPath::lastStep).anyMatch(DECISIVE::contains);
  }

  /** {@code ${TAG} is tag}. */
  public String text() {
    return written + " is "
        + taken.map(value -> value.isEmpty() ? "empty" : value).orElse("left out");
  }
}
