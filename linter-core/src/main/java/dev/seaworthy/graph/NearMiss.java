package dev.seaworthy.graph;

import dev.seaworthy.diagnostic.NearestName;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An object that was probably meant by a name that names none.
 *
 * @param reason how it differs from what was asked for
 */
public record NearMiss(ObjectKey key, Reason reason) {

  /** How the near object differs. */
  public enum Reason {
    OTHER_NAMESPACE,
    OTHER_NAME
  }

  /** The object nearest to {@code missing}: same name elsewhere first, then the fewest slips. */
  public static Optional<NearMiss> of(ObjectKey missing, ResourceGraph graph) {
    Map<String, Set<String>> names = graph.namesOf(missing.kind());
    return elsewhere(missing, names).or(() -> misspelt(missing, names));
  }

  private static Optional<NearMiss> elsewhere(ObjectKey missing, Map<String, Set<String>> names) {
    return names.entrySet().stream()
        .filter(namespace -> namespace.getValue().contains(missing.name()))
        .map(namespace -> new ObjectKey(missing.kind(), namespace.getKey(), missing.name()))
        .findFirst()
        .map(key -> new NearMiss(key, Reason.OTHER_NAMESPACE));
  }

  private static Optional<NearMiss> misspelt(ObjectKey missing, Map<String, Set<String>> names) {
    return NearestName.to(missing.name(), names.getOrDefault(missing.namespace(), Set.of()))
        .map(name -> new ObjectKey(missing.kind(), missing.namespace(), name))
        .map(key -> new NearMiss(key, Reason.OTHER_NAME));
  }

  /** {@code ConfigMap shop/settings}, to name it in messages. */
  public String text() {
    String namespace = key.namespace().isEmpty() ? "" : key.namespace() + "/";
    return key.kind().kind() + " " + namespace + key.name();
  }
}
