package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.KeyReferences;
import dev.seaworthy.graph.KeyReferences.KeyReference;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keys that a Secret of the input, or what will make it, does not have. */
final class PodSecretKeyMissing implements RelationCheck {

  private static final GroupKind SECRET = GroupKind.of("", "Secret");

  @Override
  public List<Finding> check(InputObject object, RelationContext context) {
    Optional<PodTemplate> template = object.template();
    if (template.isEmpty()) {
      return List.of();
    }
    return KeyReferences.of(template.get(), KeyReferences.Holder.SECRET).stream()
        .flatMap(key -> check(object, key, context.graph()).stream())
        .toList();
  }

  private static Optional<Finding> check(
      InputObject object, KeyReference key, ResourceGraph graph) {
    ObjectKey secret = new ObjectKey(SECRET, graph.namespaceOf(object), key.name());
    return graph
        .findFor(object, secret)
        .or(() -> graph.providersOf(secret).stream().findFirst())
        .flatMap(source -> SecretKeys.of(source).flatMap(keys -> check(object, key, source, keys)));
  }

  private static Optional<Finding> check(
      InputObject object, KeyReference key, InputObject source, Set<String> keys) {
    if (keys.contains(key.key())) {
      return Optional.empty();
    }
    String near =
        NearestName.to(key.key(), keys).map(k -> "; it has '" + k + "'").orElse("");
    Finding finding = Finding.at(
            object, key.path(), "Secret '" + key.name() + "' has no key '" + key.key() + "'" + near)
        .related(source, FieldPath.of("metadata", "name"), "where its keys come from");
    return Optional.of(
        source.kind().equals(SECRET) ? finding : finding.withSeverity(Severity.WARNING));
  }
}
