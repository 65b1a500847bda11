package dev.seaworthy.lint;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Release;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.manifest.Mapping;
import java.util.List;
import java.util.Optional;

/**
 * A pod template and what the rest of the input has to say of it; what expressions call
 * {@code workload}.
 */
final class PodInGraph {

  private static final GroupKind SERVICE_ACCOUNT = GroupKind.of("", "ServiceAccount");

  private final PodTemplate template;
  private final Optional<ResourceGraph> graph;
  private final Release release;

  /** {@code graph} is there once all files are read. */
  PodInGraph(PodTemplate template, Optional<ResourceGraph> graph, Release release) {
    this.template = template;
    this.graph = graph;
    this.release = release;
  }

  PodTemplate template() {
    return template;
  }

  private ResourceGraph graph() {
    return graph.orElseThrow(
        () -> new IllegalStateException("a rule asks of other objects before these are known"));
  }

  private String namespace() {
    return graph().namespaceOf(template.owner());
  }

  List<InputObject> services() {
    return graph().selecting().servicesOf(template);
  }

  long lowestReplicas() {
    return graph().scaling().lowestReplicas(template.owner());
  }

  long highestReplicas() {
    return graph().scaling().highestReplicas(template.owner());
  }

  /** What its containers get of CPU, memory and the like. */
  EffectiveResources resources() {
    return new EffectiveResources(template.spec(), namespace(), graph(), release);
  }

  long servicesOfNamespace() {
    return graph().countServices(namespace());
  }

  private String serviceAccountName() {
    String name = template.spec().get("serviceAccountName").text();
    String old = template.spec().get("serviceAccount").text();
    return !name.isEmpty() ? name : old.isEmpty() ? "default" : old;
  }

  /** The account's object in the input; an empty mapping if it is not there. */
  Mapping serviceAccount() {
    Optional<InputObject> account =
        graph().findFirst(SERVICE_ACCOUNT, namespace(), serviceAccountName());
    return account.map(object -> object.resource().root()).orElse(Mapping.EMPTY);
  }

  /** Whether a binding of the input gives the account any permission, so that it needs its token. */
  boolean isServiceAccountBound() {
    return graph().isBound(namespace(), serviceAccountName());
  }
}
