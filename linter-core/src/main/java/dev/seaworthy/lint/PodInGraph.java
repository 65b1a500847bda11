package dev.seaworthy.lint;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.ObjectKey;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A pod template and what the rest of the input has to say of it; what expressions call {@code workload}. */
record PodInGraph(PodTemplate template, ResourceGraph graph) {

  private static final GroupKind LIMIT_RANGE = GroupKind.of("", "LimitRange");
  private static final GroupKind SERVICE_ACCOUNT = GroupKind.of("", "ServiceAccount");
  private static final String RBAC = "rbac.authorization.k8s.io";
  private static final Set<GroupKind> BINDINGS =
      Set.of(GroupKind.of(RBAC, "RoleBinding"), GroupKind.of(RBAC, "ClusterRoleBinding"));

  String namespace() {
    return graph.namespaceOf(template.owner());
  }

  List<InputObject> services() {
    return graph.servicesOf(template);
  }

  long lowestReplicas() {
    return graph.lowestReplicas(template.owner());
  }

  /**
   * Whether a LimitRange of the namespace gives containers a value that they leave out.
   *
   * @param field {@code default} for limits, {@code defaultRequest} for requests
   */
  boolean hasDefault(String field, String resource) {
    for (InputObject range : graph.ofKind(LIMIT_RANGE, namespace())) {
      for (Node limit : range.resource().at("spec", "limits").items()) {
        if (limit.get("type").text().equals("Container")
            && limit.at(field, resource).isPresent()) {
          return true;
        }
      }
    }
    return false;
  }

  String serviceAccountName() {
    String name = template.spec().get("serviceAccountName").text();
    String old = template.spec().get("serviceAccount").text();
    return !name.isEmpty() ? name : old.isEmpty() ? "default" : old;
  }

  /** The account's object in the input; an empty mapping if it is not there. */
  Mapping serviceAccount() {
    Optional<InputObject> account =
        graph.findFirst(SERVICE_ACCOUNT, namespace(), serviceAccountName());
    return account.map(object -> object.resource().root()).orElse(Mapping.EMPTY);
  }

  /** Whether a binding of the input gives the account any permission, so that it needs its token. */
  boolean isServiceAccountBound() {
    return graph
        .referencesTo(new ObjectKey(SERVICE_ACCOUNT, namespace(), serviceAccountName()))
        .stream()
        .anyMatch(reference -> BINDINGS.contains(reference.from().kind()));
  }
}
