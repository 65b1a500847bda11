package dev.seaworthy.simulate.controller.namespace;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Finalizers;
import dev.seaworthy.simulate.server.ServerWords;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How far the deletion of a namespace is, as its conditions say it. */
final class DeletionConditions {

  private DeletionConditions() {}

  /**
   * {@code namespace} with its conditions.
   *
   * @param left what is still in it; empty while only pods have been looked at
   */
  static Resource of(Resource namespace, List<Resource> left, VirtualClock clock) {
    Conditions conditions = Conditions.of(namespace)
        .with(
            "NamespaceDeletionDiscoveryFailure",
            "False",
            "ResourcesDiscovered",
            "All resources successfully discovered",
            clock)
        .with(
            "NamespaceDeletionGroupVersionParsingFailure",
            "False",
            "ParsedGroupVersions",
            "All legacy kube types successfully parsed",
            clock)
        .with(
            "NamespaceDeletionContentFailure",
            "False",
            "ContentDeleted",
            "All content successfully deleted, may be waiting on finalization",
            clock);
    return finalizers(content(conditions, left, clock), left, clock).in(namespace);
  }

  private static Conditions content(
      Conditions conditions, List<Resource> left, VirtualClock clock) {
    Map<String, Long> byKind = left.stream()
        .collect(Collectors.groupingBy(
            object -> ServerWords.resource(object.groupKind()),
            TreeMap::new,
            Collectors.counting()));
    String type = "NamespaceContentRemaining";
    return byKind.isEmpty()
        ? conditions.with(
            type, "False", "ContentRemoved", "All content successfully removed", clock)
        : conditions.with(
            type,
            "True",
            "SomeResourcesRemain",
            "Some resources are remaining: " + list(byKind, "%s has %d resource instances"),
            clock);
  }

  private static Conditions finalizers(
      Conditions conditions, List<Resource> left, VirtualClock clock) {
    Map<String, Long> byName = left.stream()
        .flatMap(object -> Finalizers.of(object).stream())
        .collect(Collectors.groupingBy(Node::text, TreeMap::new, Collectors.counting()));
    String type = "NamespaceFinalizersRemaining";
    return byName.isEmpty()
        ? conditions.with(
            type,
            "False",
            "ContentHasNoFinalizers",
            "All content-preserving finalizers finished",
            clock)
        : conditions.with(
            type,
            "True",
            "SomeFinalizersRemain",
            "Some content in the namespace has finalizers remaining: "
                + list(byName, "%s in %d resource instances"),
            clock);
  }

  private static String list(Map<String, Long> counts, String form) {
    return counts.entrySet().stream()
        .map(entry -> form.formatted(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(", "));
  }
}
