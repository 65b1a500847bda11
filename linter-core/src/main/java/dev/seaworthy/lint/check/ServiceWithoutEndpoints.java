package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.lint.Wildcard;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.List;
import java.util.stream.Stream;

/** Services without a selector for which nobody writes endpoints either. */
final class ServiceWithoutEndpoints implements RelationCheck {

  private static final GroupKind ENDPOINTS = GroupKind.of("", "Endpoints");

  @Override
  public List<Finding> check(InputObject service, RelationContext context) {
    Node spec = service.resource().at("spec");
    boolean asked = spec.get("selector").size() == 0
        && !spec.get("type").text().equals("ExternalName")
        && !service.isControlled()
        && !isTheServers(service);
    if (!asked || isFilled(service, context)) {
      return List.of();
    }
    Finding finding = Finding.at(
        service,
        FieldPath.of("spec"),
        "without a selector somebody has to write its endpoints, and nothing here does");
    boolean headless = spec.get("clusterIP").text().equals("None");
    return List.of(headless ? finding.withSeverity(Severity.INFO) : finding);
  }

  private static boolean isTheServers(InputObject service) {
    return service.name().equals("kubernetes") && service.resource().namespace().equals("default");
  }

  /** By endpoints of its name, or because it only gives names to the pods of a StatefulSet. */
  private static boolean isFilled(InputObject service, RelationContext context) {
    ResourceGraph graph = context.graph();
    ObjectKey key = graph.keyOf(service);
    boolean named = graph.referrersOf(key).stream()
        .map(reference -> reference.from().kind().kind())
        .anyMatch(kind -> kind.equals("EndpointSlice") || kind.equals("StatefulSet"));
    ObjectKey endpoints = new ObjectKey(ENDPOINTS, key.namespace(), key.name());
    return named || !context.world().isAbsent(endpoints) || isFilledByController(service, context);
  }

  private static boolean isFilledByController(InputObject service, RelationContext context) {
    List<String> patterns = context.texts("filledBy");
    return Stream.concat(
            service.resource().annotations().keySet().stream(),
            service.resource().labels().keySet().stream())
        .anyMatch(key -> patterns.stream().anyMatch(pattern -> Wildcard.matches(pattern, key)));
  }
}
