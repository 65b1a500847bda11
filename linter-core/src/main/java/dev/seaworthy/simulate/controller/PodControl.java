package dev.seaworthy.simulate.controller;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.object.Meta;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes pods after the template of their owner. */
public final class PodControl {

  private static final List<String> COPIED = List.of("labels", "annotations", "finalizers");

  private PodControl() {}

  /** A pod whose name the server completes. */
  public static Resource podOf(Resource owner) {
    return pod(owner, owner.at("spec", "template"))
        .withAt(Scalar.of(owner.name() + "-"), "metadata", "generateName");
  }

  /** A pod with a name that its owner decides. */
  public static Resource podOf(Resource owner, String name) {
    return pod(owner, owner.at("spec", "template")).withAt(Scalar.of(name), "metadata", "name");
  }

  /** A pod after {@code template}, without a name. */
  public static Resource pod(Resource owner, Node template) {
    Map<String, Node> metadata = new LinkedHashMap<>();
    metadata.put("namespace", Scalar.of(owner.namespace()));
    for (String field : COPIED) {
      Node value = template.at("metadata", field);
      if (value.isPresent()) {
        metadata.put(field, value);
      }
    }
    metadata.put("ownerReferences", Sequence.of(List.of(Meta.controllerReference(owner))));
    return new Resource(Mapping.of(
        "apiVersion", Scalar.of("v1"),
        "kind", Scalar.of("Pod"),
        "metadata", Mapping.of(metadata),
        "spec", template.get("spec")));
  }
}
