package dev.seaworthy.simulate.server;

import dev.seaworthy.api.Resource;
import dev.seaworthy.api.catalog.KnownKinds;
import dev.seaworthy.api.crd.ScaleFields;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.object.Selectors;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.List;
import java.util.Optional;

/**
 * Where objects of a kind hold what their scale subresource shows: built-in kinds all in the same
 * fields, custom kinds where their definition in the cluster says.
 *
 * @param replicas the field of the wanted number
 * @param selector the field of the pods' selector, as text; empty if the kind has a selector as
 *     built-in kinds have it, or none
 */
public record ScalePaths(List<String> replicas, List<String> selector) {

  private static final ScalePaths USUAL = new ScalePaths(List.of("spec", "replicas"), List.of());

  /** Those of the kind of {@code object}; of one that nobody defined the usual ones. */
  public static ScalePaths of(Resource object, ClusterView view) {
    if (KnownKinds.isBuiltIn(object.groupKind())) {
      return USUAL;
    }
    for (Resource definition : view.list(Kinds.CUSTOM_RESOURCE_DEFINITION)) {
      Node spec = definition.at("spec");
      if (spec.get("group").text().equals(object.groupKind().group())
          && spec.at("names", "kind").text().equals(object.kind())) {
        return ofVersion(spec, object.gvk().version()).orElse(USUAL);
      }
    }
    return USUAL;
  }

  private static Optional<ScalePaths> ofVersion(Node spec, String name) {
    return spec.get("versions").items().stream()
        .filter(version -> version.get("name").text().equals(name))
        .map(version -> version.at("subresources", "scale"))
        .filter(Node::isPresent)
        .map(scale -> new ScalePaths(
            steps(scale.get("specReplicasPath")), steps(scale.get("labelSelectorPath"))))
        .findFirst();
  }

  private static List<String> steps(Node path) {
    return path.text().isEmpty() ? List.of() : ScaleFields.steps(path.text());
  }

  /** How many replicas {@code object} wants; empty if it does not say. */
  public Optional<Long> replicasOf(Resource object) {
    return object.at(replicas.toArray(String[]::new)).asLong();
  }

  /** Which pods belong to {@code object}. */
  public LabelSelector selectorOf(Resource object) {
    return selector.isEmpty()
        ? Selectors.of(object)
        : LabelSelector.parse(object.at(selector.toArray(String[]::new)).text());
  }

  /** The change of an object that has it want so many. */
  Mapping wanting(long count) {
    Node value = Scalar.of(count);
    for (int i = replicas.size() - 1; i >= 0; i--) {
      value = Mapping.of(replicas.get(i), value);
    }
    return (Mapping) value;
  }
}
