package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.check.KeyReferences.KeyReference;
import dev.seaworthy.manifest.FieldPath;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keys that a ConfigMap of the input does not have. */
final class PodConfigMapKeyMissing implements ObjectCheck {

  private static final GroupKind CONFIG_MAP = GroupKind.of("", "ConfigMap");
  private static final String INJECTED = "config.openshift.io/inject-trusted-cabundle";

  @Override
  public List<Finding> check(InputObject object, CheckContext context) {
    ResourceGraph graph = context.graph();
    Optional<PodTemplate> template = graph.templateOf(object);
    if (template.isEmpty()) {
      return List.of();
    }
    return KeyReferences.of(template.get(), KeyReferences.Holder.CONFIG_MAP).stream()
        .flatMap(key -> graph
            .findFirst(CONFIG_MAP, graph.namespaceOf(object), key.name())
            .flatMap(configMap -> check(object, key, configMap))
            .stream())
        .toList();
  }

  private static Optional<Finding> check(
      InputObject object, KeyReference key, InputObject configMap) {
    Set<String> keys = new LinkedHashSet<>();
    configMap.at(FieldPath.of("data")).entries().forEach(entry -> keys.add(entry.key()));
    configMap.at(FieldPath.of("binaryData")).entries().forEach(entry -> keys.add(entry.key()));
    boolean injected = configMap.resource().labels().containsKey(INJECTED);
    if (injected || keys.contains(key.key())) {
      return Optional.empty();
    }
    String near =
        NearestName.to(key.key(), keys).map(k -> "; it has '" + k + "'").orElse("");
    return Optional.of(Finding.at(
            object,
            key.path(),
            "ConfigMap '" + key.name() + "' has no key '" + key.key() + "'" + near)
        .related(configMap, FieldPath.of("data"), "the keys that it has"));
  }
}
