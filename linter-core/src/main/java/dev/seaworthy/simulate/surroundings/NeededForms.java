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

  private static final String RANGE = "192.0.2.0/24";
  private static final String ADDRESS = "192.0.2.1";

  private static final Map<String, String> BY_FIELD = Map.ofEntries(
      Map.entry("schedule", "0 0 * * *"),
      Map.entry("cidr", RANGE),
      Map.entry("except", "192.0.2.0/25"),
      Map.entry("loadBalancerSourceRanges", RANGE),
      Map.entry("ip", ADDRESS),
      Map.entry("addresses", ADDRESS),
      Map.entry("addressType", "IPv4"),
      Map.entry("path", "/"),
      Map.entry("pathType", "Prefix"),
      Map.entry("accessModes", "ReadWriteOnce"),
      Map.entry("operator", "In"),
      Map.entry("restartPolicy", "Never"),
      Map.entry("whenUnsatisfiable", "ScheduleAnyway"),
      Map.entry("controller", "example.com/assumed"),
      Map.entry("provisioner", "example.com/assumed"));

  /** Fields whose names say too little, by what they lie in. */
  private static final Map<String, String> BY_HOLDER = Map.of(
      "roleRef.kind", "ClusterRole",
      "subjects.kind", "ServiceAccount",
      "seccompProfile.type", "RuntimeDefault",
      "appArmorProfile.type", "RuntimeDefault",
      "scaleTargetRef.apiVersion", "apps/v1",
      "scaleTargetRef.kind", "Deployment");

  /** {@code {"auths":{}}}: what a registry's Secret must hold at least, as its data are written. */
  private static final Map<String, String> ENCODED =
      Map.of(".dockerconfigjson", "eyJhdXRocyI6e319", ".dockercfg", "e30=");

  /** What a claim asks for, and what a volume has. Containers need not say what they ask for. */
  private static final Set<String> SIZED = Set.of("requests", "capacity");

  private NeededForms() {}

  /** That of the field at {@code path}, of which an item of a list is a part. */
  static Optional<String> at(List<String> path) {
    int last = path.size() - 1;
    if (last > 0 && path.get(last).equals("storage") && SIZED.contains(path.get(last - 1))) {
      return Optional.of("1Gi");
    }
    List<String> names = path.stream().filter(step -> !step.matches("\\d+")).toList();
    String field = names.get(names.size() - 1);
    if (names.size() == 2 && names.get(0).equals("data")) {
      return Optional.of(ENCODED.getOrDefault(field, ""));
    }
    String holder = names.size() < 2 ? "" : names.get(names.size() - 2);
    return Optional.ofNullable(BY_HOLDER.getOrDefault(holder + "." + field, BY_FIELD.get(field)));
  }
}
