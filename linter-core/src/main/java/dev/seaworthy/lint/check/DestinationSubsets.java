package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PathPattern;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Subsets of a host that an Istio VirtualService leads to, and a DestinationRule has to define. */
final class DestinationSubsets {

  private static final GroupKind VIRTUAL_SERVICE =
      GroupKind.of("networking.istio.io", "VirtualService");
  private static final GroupKind RULE = GroupKind.of("networking.istio.io", "DestinationRule");
  private static final List<PathPattern> DESTINATIONS = List.of(
      PathPattern.parse("spec.http[].route[].destination"),
      PathPattern.parse("spec.tcp[].route[].destination"),
      PathPattern.parse("spec.tls[].route[].destination"));

  private DestinationSubsets() {}

  /** The subsets by namespace and host. */
  private record Defined(Map<String, Set<String>> subsets) {

    static Defined of(ResourceGraph graph) {
      Map<String, Set<String>> subsets = new HashMap<>();
      graph.ofKind(RULE).forEach(rule -> {
        String host = rule.resource().at("spec", "host").text();
        Set<String> names =
            subsets.computeIfAbsent(graph.namespaceOf(rule) + " " + host, k -> new HashSet<>());
        rule.at(FieldPath.of("spec", "subsets"))
            .items()
            .forEach(subset -> names.add(subset.get("name").text()));
      });
      return new Defined(subsets);
    }
  }

  /** Those that a rule for the host does not have; hosts without a rule are somebody else's. */
  static List<Finding> unknown(InputObject object, ResourceGraph graph) {
    List<Finding> findings = new ArrayList<>();
    if (!object.kind().equals(VIRTUAL_SERVICE)) {
      return findings;
    }
    Map<String, Set<String>> defined = graph.derived(Defined.class, Defined::of).subsets();
    for (PathPattern pattern : DESTINATIONS) {
      for (FieldPath place : pattern.resolve(object.resource().root(), FieldPath.ROOT)) {
        Node destination = object.at(place);
        String subset = destination.get("subset").text();
        String host = destination.get("host").text();
        @Nullable Set<String> names = defined.get(graph.namespaceOf(object) + " " + host);
        if (!subset.isEmpty() && names != null && !names.contains(subset)) {
          findings.add(Finding.at(
              object,
              place.child("subset"),
              "the DestinationRule for '" + host + "' has no subset '" + subset + "'"));
        }
      }
    }
    return findings;
  }
}
