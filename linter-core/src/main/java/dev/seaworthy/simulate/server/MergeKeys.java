package dev.seaworthy.simulate.server;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How the items of lists are told apart when they are merged; other lists are replaced whole. */
final class MergeKeys {

  private static final List<String> BY_NAME = List.of("name");

  private static final Map<String, List<String>> KEYS = Map.ofEntries(
      Map.entry("containers", BY_NAME),
      Map.entry("initContainers", BY_NAME),
      Map.entry("ephemeralContainers", BY_NAME),
      Map.entry("volumes", BY_NAME),
      Map.entry("env", BY_NAME),
      Map.entry("imagePullSecrets", BY_NAME),
      Map.entry("schedulingGates", BY_NAME),
      Map.entry("resourceClaims", BY_NAME),
      Map.entry("conditions", List.of("type")),
      Map.entry("volumeMounts", List.of("mountPath")),
      Map.entry("volumeDevices", List.of("devicePath")),
      Map.entry("hostAliases", List.of("ip")),
      Map.entry("ownerReferences", List.of("uid")),
      Map.entry("topologySpreadConstraints", List.of("topologyKey", "whenUnsatisfiable")));

  private MergeKeys() {}

  /** The keys of the list in {@code field}; empty for a list that is one value. */
  static List<String> of(String field, Sequence list) {
    if (field.equals("ports")) {
      boolean ofContainer = list.get(0).get("containerPort").isPresent();
      return ofContainer ? List.of("containerPort", "protocol") : List.of("port", "protocol");
    }
    return KEYS.getOrDefault(field, List.of());
  }

  static String keyOf(Node item, List<String> keys) {
    return keys.stream()
        .map(key -> valueOf(item.get(key), key))
        .collect(Collectors.joining("\u0000"));
  }

  private static String valueOf(Node value, String key) {
    return key.equals("protocol") && value.isAbsent() ? "\"TCP\"" : value.toJson();
  }
}
