package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.KeyReferences;
import dev.seaworthy.graph.KeyReferences.KeyReference;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.List;
import java.util.Optional;

/** Keys that a ConfigMap of the input does not have. */
final class PodConfigMapKeyMissing implements RelationCheck {

  private static final GroupKind CONFIG_MAP = GroupKind.of("", "ConfigMap");
  private static final String INJECTED = "config.openshift.io/inject-trusted-cabundle";

  @Override
  public List<Finding> check(InputObject object, RelationContext context) {
    ResourceGraph graph = context.graph();
    Optional<PodTemplate> template = object.template();
    if (template.isEmpty()) {
      return List.of();
    }
    return KeyReferences.of(template.get(), KeyReferences.Holder.CONFIG_MAP).stream()
        .flatMap(key -> graph
            .findFor(object, new ObjectKey(CONFIG_MAP, graph.namespaceOf(object), key.name()))
            .flatMap(configMap -> check(object, key, configMap, graph))
            .stream())
        .toList();
  }

  /** What trust-manager's Bundles write into every namespace. */
  private static ObjectKey everywhere(InputObject configMap) {
    return new ObjectKey(CONFIG_MAP, "*", configMap.name());
  }

  private static Optional<Finding> check(
      InputObject object, KeyReference key, InputObject configMap, ResourceGraph graph) {
    Node root = configMap.resource().root();
    boolean there = root.get("data").get(key.key()) != Absent.INSTANCE
        || root.get("binaryData").get(key.key()) != Absent.INSTANCE;
    boolean injected = root.at("metadata", "labels", INJECTED).isString()
        || !graph.providersOf(graph.keyOf(configMap)).isEmpty()
        || !graph.providersOf(everywhere(configMap)).isEmpty();
    if (injected || there) {
      return Optional.empty();
    }
    String near = graph
        .nearestKey(configMap, "data", key.key())
        .or(() -> graph.nearestKey(configMap, "binaryData", key.key()))
        .map(k -> "; it has '" + k + "'")
        .orElse("");
    return Optional.of(Finding.at(
            object,
            key.path(),
            "ConfigMap '" + key.name() + "' has no key '" + key.key() + "'" + near)
        .related(configMap, FieldPath.of("data"), "the keys that it has"));
  }
}
