package dev.seaworthy.lint.check;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodSelectors;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Node ports that two Services ask for; the cluster gives each to one only. */
final class ServiceNodePortCollision implements RelationCheck {

  private record Port(long number, String protocol) {}

  /** The first Service that asks for each port. */
  private record Owners(Map<Port, InputObject> byPort) {

    static Owners of(ResourceGraph graph) {
      Map<Port, InputObject> owners = new HashMap<>();
      graph.ofKind(PodSelectors.SERVICE).forEach(service -> {
        for (ServicePort port : ServicePort.of(service)) {
          owners.merge(
              key(port), service, (one, other) -> graph.isBefore(one, other) ? one : other);
        }
      });
      return new Owners(owners);
    }
  }

  private static Port key(ServicePort port) {
    return new Port(port.node().get("nodePort").longOr(0), port.protocol());
  }

  @Override
  public List<Finding> check(InputObject service, RelationContext context) {
    ResourceGraph graph = context.graph();
    Owners owners = graph.derived(Owners.class, Owners::of);
    List<Finding> findings = new ArrayList<>();
    for (ServicePort port : ServicePort.of(service)) {
      @Nullable InputObject first = owners.byPort().get(key(port));
      boolean other = first != null
          && key(port).number() > 0
          && !graph.keyOf(first).equals(graph.keyOf(service));
      if (first != null
          && other
          && graph.isBefore(first, service)
          && !graph.areAlternatives(first, service)) {
        findings.add(Finding.at(
                service,
                port.path().child("nodePort"),
                key(port).number() + "/" + port.protocol() + " is the node port of " + first
                    + " already")
            .related(first, FieldPath.of("spec", "ports"), "asks for it first"));
      }
    }
    return findings;
  }
}
