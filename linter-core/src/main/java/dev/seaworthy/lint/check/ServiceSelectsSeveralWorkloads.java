package dev.seaworthy.lint.check;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodSelectors;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Services whose requests go to pods of several workloads by turns. */
final class ServiceSelectsSeveralWorkloads implements RelationCheck {

  private static final FieldPath SELECTOR = FieldPath.of("spec", "selector");

  @Override
  public List<Finding> check(InputObject service, RelationContext context) {
    if (service.resource().at("spec", "type").text().equals("ExternalName") || isOfPeers(service)) {
      return List.of();
    }
    ResourceGraph graph = context.graph();
    LabelSelector selector = PodSelectors.of(service).orElse(LabelSelector.NOTHING);
    return graph
        .pods()
        .ofSelected(
            Mixture.class,
            selector,
            graph.namespaceOf(service),
            pods -> Mixture.of(pods, context.texts("variants"), graph))
        .pair()
        .map(pair -> List.of(finding(service, pair)))
        .orElse(List.of());
  }

  /** Whether it only lists the addresses of members that look for each other before they are ready. */
  private static boolean isOfPeers(InputObject service) {
    return service.resource().at("spec", "clusterIP").text().equals("None")
        && service.resource().at("spec", "publishNotReadyAddresses").isTrue();
  }

  /**
   * Two workloads that don't give the same answers.
   *
   * @param ends whether the second one's pods end, as those of a Job do
   */
  private record Pair(PodTemplate one, PodTemplate other, boolean ends) {}

  /** Such a pair among the pods that a selector finds. */
  private record Mixture(Optional<Pair> pair) {

    static Mixture of(Stream<PodTemplate> pods, List<String> variants, ResourceGraph graph) {
      Map<ObjectKey, PodTemplate> byOwner = new LinkedHashMap<>();
      pods.filter(one -> !one.path().isRoot() && !one.owner().isControlled())
          .forEach(one -> byOwner.putIfAbsent(graph.keyOf(one.owner()), one));
      List<PodTemplate> staying =
          byOwner.values().stream().filter(PodTemplate::isLongRunning).toList();
      Optional<PodTemplate> ending =
          byOwner.values().stream().filter(one -> !one.isLongRunning()).findFirst();
      if (!staying.isEmpty() && ending.isPresent()) {
        return new Mixture(Optional.of(new Pair(staying.get(0), ending.get(), true)));
      }
      return new Mixture(
          staying.size() < 2 || areVariants(staying, variants)
              ? Optional.empty()
              : Optional.of(new Pair(staying.get(0), staying.get(1), false)));
    }
  }

  /** Whether they are one application in several editions: the rest of their labels is the same. */
  private static boolean areVariants(List<PodTemplate> pods, List<String> variants) {
    return pods.stream().map(one -> without(one.labels(), variants)).distinct().count() == 1
        && pods.stream().map(PodTemplate::labels).distinct().count() == pods.size();
  }

  private static Map<String, String> without(Map<String, String> labels, List<String> keys) {
    Map<String, String> rest = new HashMap<>(labels);
    rest.keySet().removeAll(keys);
    return rest;
  }

  private static Finding finding(InputObject service, Pair pair) {
    Finding finding = Finding.at(
            service,
            SELECTOR,
            "requests go to the pods of " + named(pair.one()) + " and of " + named(pair.other()))
        .related(pair.one().owner(), labels(pair.one()), "selected")
        .related(pair.other().owner(), labels(pair.other()), "selected, too");
    return pair.ends() ? finding.withSeverity(Severity.WARNING) : finding;
  }

  private static FieldPath labels(PodTemplate pods) {
    return pods.path().child("metadata").child("labels");
  }

  private static String named(PodTemplate pods) {
    return pods.owner().kind().kind() + " " + pods.owner().name();
  }
}
