package dev.seaworthy.api.crd;

import dev.seaworthy.api.GroupVersionKind;
import java.util.List;
import java.util.Optional;

/**
 * A version of a kind as its definition describes it.
 *
 * @param plural the name in URLs
 * @param shortNames what people may call it besides
 * @param served whether the server takes objects of this version
 * @param stored the schema of the version in which objects of this one are stored, where that is
 *     another one and nothing converts them
 * @param hasStatus whether the status is a subresource, which a client does not write with the rest
 * @param scale where the objects hold their numbers of replicas, if the kind can be scaled
 * @param deprecation what the server says to every request for a version that is on its way out
 */
public record CustomKind(
    GroupVersionKind gvk,
    String plural,
    List<String> shortNames,
    boolean namespaced,
    boolean served,
    StructuralSchema schema,
    Optional<StructuralSchema> stored,
    boolean hasStatus,
    Optional<ScaleFields> scale,
    Optional<String> deprecation) {

  public CustomKind {
    shortNames = List.copyOf(shortNames);
  }
}
