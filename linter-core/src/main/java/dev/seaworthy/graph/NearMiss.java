package dev.seaworthy.graph;

import dev.seaworthy.api.ObjectKey;
import java.util.Optional;

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
    Optional<NearMiss> ofSameName = graph.seen().stream()
        .flatMap(unit -> ofSameName(missing, unit.names()).stream())
        .findFirst();
    // What is called so in any namespace is no slip.
    return ofSameName.isPresent()
            || ofSameName(missing, graph.everything().names()).isPresent()
        ? ofSameName
        : ofOtherName(missing, graph);
  }

  private static Optional<NearMiss> ofSameName(ObjectKey missing, NameTable names) {
    return names
        .namespaceOf(missing.kind(), missing.name())
        .map(namespace -> new ObjectKey(missing.kind(), namespace, missing.name()))
        .map(key -> new NearMiss(key, Reason.OTHER_NAMESPACE));
  }

  private static Optional<NearMiss> ofOtherName(ObjectKey missing, ResourceGraph graph) {
    return graph.seen().stream()
        .flatMap(unit -> unit.names().nearest(missing).stream())
        .findFirst()
        .or(() -> inOtherUnits(missing, graph))
        .map(name -> new ObjectKey(missing.kind(), missing.namespace(), name))
        .map(key -> new NearMiss(key, Reason.OTHER_NAME));
  }

  /** What other units hold has to be very near: people keep kinds in folders of their own, too. */
  private static Optional<String> inOtherUnits(ObjectKey missing, ResourceGraph graph) {
    return graph.everything().names().oneSlipFrom(missing);
  }

  /** {@code ConfigMap shop/settings}, to name it in messages. */
  public String text() {
    String namespace = key.namespace().isEmpty() ? "" : key.namespace() + "/";
    boolean onlyThat = reason == Reason.OTHER_NAMESPACE && namespace.isEmpty();
    return key.kind().kind() + " " + namespace + key.name()
        + (onlyThat ? " without a namespace" : "");
  }
}
