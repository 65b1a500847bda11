package dev.seaworthy.simulate.surroundings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Values for fields that a server wants to be there and takes in one form only, so that an object with
 * a placeholder in them could not be played without one.
 */
final class NeededForms {

  private static final Map<String, String> BY_FIELD = Map.of(
      "schedule", "0 0 * * *",
      "cidr", "192.0.2.0/24",
      "pathType", "Prefix",
      "accessModes", "ReadWriteOnce");

  /** What a claim asks for, and what a volume has. Containers need not say what they ask for. */
  private static final Set<String> SIZED = Set.of("requests", "capacity");

  private NeededForms() {}

  /** That of the field at {@code path}, of which an item of a list is a part. */
  static Optional<String> at(List<String> path) {
    int last = path.size() - 1;
    if (last > 0 && path.get(last).equals("storage") && SIZED.contains(path.get(last - 1))) {
      return Optional.of("1Gi");
    }
    String field = last > 0 && path.get(last).matches("\\d+") ? path.get(last - 1) : path.get(last);
    return Optional.ofNullable(BY_FIELD.get(field));
  }
}
