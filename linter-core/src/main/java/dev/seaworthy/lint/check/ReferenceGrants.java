package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.Reference;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** By which ReferenceGrants objects may name others of another namespace. */
final class ReferenceGrants {

  private static final GroupKind GRANT =
      GroupKind.of("gateway.networking.k8s.io", "ReferenceGrant");

  /** The grants of the whole input by their namespaces. */
  private record Grants(Map<String, List<InputObject>> byNamespace) {

    static Grants of(ResourceGraph graph) {
      Map<String, List<InputObject>> grants = new HashMap<>();
      graph
          .ofKindAnywhere(GRANT)
          .forEach(grant -> grants
              .computeIfAbsent(graph.namespaceOf(grant), n -> new ArrayList<>())
              .add(grant));
      return new Grants(grants);
    }
  }

  private ReferenceGrants() {}

  static boolean allow(Reference reference, ResourceGraph graph) {
    List<InputObject> grants = graph
        .derivedOfAll(Grants.class, Grants::of)
        .byNamespace()
        .getOrDefault(reference.namespace(), List.of());
    return grants.stream().anyMatch(grant -> allows(grant, reference, graph));
  }

  private static boolean allows(InputObject grant, Reference reference, ResourceGraph graph) {
    Node spec = grant.resource().at("spec");
    String namespace = graph.namespaceOf(reference.from());
    boolean from = spec.get("from").items().stream()
        .anyMatch(one ->
            isKind(one, reference.from().kind()) && one.get("namespace").text().equals(namespace));
    return from
        && spec.get("to").items().stream()
            .anyMatch(one -> isKind(one, reference.kind())
                && one.get("name").stringOr(reference.name()).equals(reference.name()));
  }

  private static boolean isKind(Node written, GroupKind kind) {
    return written.get("group").text().equals(kind.group())
        && written.get("kind").text().equals(kind.kind());
  }
}
