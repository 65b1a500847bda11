package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.Resource;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.ClusterPods;
import dev.seaworthy.graph.NearestPods;
import dev.seaworthy.graph.OperatedPods;
import dev.seaworthy.graph.OperatorLabels;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.graph.RuntimeLabels;
import dev.seaworthy.graph.SharedLabels;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Services that lead to nobody, though no pod of theirs is in trouble: no pod has the labels, or none
 * has the port.
 *
 * @param graph of the input, with what operators make pods of
 */
record EmptyServices(ResourceGraph graph) implements ProblemFinder {

  private static final FieldPath SELECTOR = FieldPath.of("spec", "selector");
  private static final FieldPath PORTS = FieldPath.of("spec", "ports");

  @Override
  public List<Diagnostic> find(Scene scene) {
    List<Diagnostic> found = new ArrayList<>();
    for (Resource service : scene.view().list(Kinds.SERVICE)) {
      Origin origin = scene.origins().of(service);
      boolean selects = SELECTOR.resolve(service.root()).size() > 0
          && !service.at("spec", "type").text().equals("ExternalName");
      if (origin.isKnown() && selects && !Meta.isBeingDeleted(service)) {
        tell(service, origin, scene).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Diagnostic> tell(Resource service, Origin origin, Scene scene) {
    LabelSelector selector =
        LabelSelector.ofLabels(((Mapping) SELECTOR.resolve(service.root())).strings());
    List<Pod> pods = scene.view().select(Kinds.POD, service.namespace(), selector).stream()
        .map(Pod::new)
        .filter(pod -> !pod.isBeingDeleted())
        .toList();
    if (!pods.isEmpty()) {
      return pods.stream().anyMatch(Pod::isReady)
          ? missingPort(service, origin, scene)
          : Optional.empty();
    }
    return Optional.of(ofNobody(service, selector, origin));
  }

  /** A port that is led to by name has to be called so by a container. */
  private static Optional<Diagnostic> missingPort(Resource service, Origin origin, Scene scene) {
    List<String> served = scene.view().ownedBy(Meta.uid(service), Kinds.ENDPOINT_SLICE).stream()
        .flatMap(slice -> slice.at("ports").items().stream())
        .map(port -> port.get("name").text())
        .toList();
    List<Node> ports = PORTS.resolve(service.root()).items();
    for (int i = 0; i < ports.size(); i++) {
      String target = ports.get(i).get("targetPort").text();
      boolean isNamed = !target.isEmpty() && !target.chars().allMatch(Character::isDigit);
      if (isNamed && !served.contains(ports.get(i).get("name").text())) {
        return Optional.of(origin.tell(
            OutcomeCodes.NO_ENDPOINTS,
            Severity.ERROR,
            "Service " + service.name()
                + " leads to nobody: no container of its pods has a port called " + target,
            PORTS.index(i).child("targetPort"),
            ""));
      }
    }
    return Optional.empty();
  }

  private Diagnostic ofNobody(Resource service, LabelSelector selector, Origin origin) {
    String namespace = service.namespace();
    LabelSelector lasting = selector.without(RuntimeLabels::isOne);
    List<PodTemplate> resting =
        graph.pods().templatesMatching(lasting, namespace).toList();
    if (!resting.isEmpty() && RuntimeLabels.mayMatch(selector, namespace, graph)) {
      String who = resting.get(0).owner().resource().toString();
      boolean isForLabel = !lasting.equals(selector);
      return tell(
          origin,
          Severity.INFO,
          "Service " + service.name() + " leads to nobody for now: "
              + (isForLabel
                  ? "the pods of " + who + " get such labels once they run"
                  : who + " has no pod"));
    }
    return NearestPods.of(lasting, namespace, graph)
        .map(near -> missedByALittle(service, near, origin))
        .orElseGet(() -> ofNone(service, selector, origin));
  }

  private static Diagnostic missedByALittle(Resource service, NearestPods near, Origin origin) {
    Location there = near.template().owner().locationOf(near.place());
    return tell(
            origin,
            Severity.ERROR,
            "Service " + service.name() + " leads to nobody: no pod has the labels "
                + labels(service) + "; " + near.owner() + " comes near: " + near.difference())
        .withRelated(List.of(new Diagnostic.Related(there, near.difference())));
  }

  private Diagnostic ofNone(Resource service, LabelSelector selector, Origin origin) {
    String namespace = service.namespace();
    if (graph.pods().hasOperatorPodsMatching(selector, namespace)
        || OperatorLabels.areIn(selector, graph)
        || OperatedPods.mayBeMeantBy(selector, graph)) {
      return tell(
          origin,
          Severity.INFO,
          "Service " + service.name()
              + " leads to nobody here: an operator makes or labels its pods, which is not played");
    }
    if (ClusterPods.areMeantBy(selector)) {
      return tell(
          origin,
          Severity.INFO,
          "Service " + service.name()
              + " is for pods of the cluster itself, which are no part of the input");
    }
    if (graph.isOfPlatform(namespace)) {
      return tell(
          origin,
          Severity.INFO,
          "Service " + service.name() + " leads to nobody here: the pods of the platform in "
              + namespace + " are no part of the input");
    }
    return unmatched(service, SharedLabels.of(selector, namespace, graph), origin);
  }

  /**
   * Pods in the folder of the Service, or with some of the labels, are evidence of a slip; else
   * others may bring the pods. A label that pods have not at all their program may set, as it does to
   * tell which of them leads.
   */
  private Diagnostic unmatched(Resource service, Optional<SharedLabels> shared, Origin origin) {
    String namespace = service.namespace();
    String message =
        "Service " + service.name() + " leads to nobody: no pod has the labels " + labels(service);
    boolean isEvident = shared.isPresent() || graph.pods().areBeside(origin.manifest(), namespace);
    if (!isEvident || graph.mayHaveUnreadablePods(namespace)) {
      return tell(origin, Severity.WARNING, message + ", as far as the input holds pods");
    }
    return shared
        .filter(some -> !some.lacking().isEmpty())
        .map(some -> tell(
            origin,
            Severity.WARNING,
            message + "; those of " + some.template().owner().resource() + " lack "
                + String.join(", ", some.lacking()) + ", unless a program sets it at run time"))
        .orElseGet(() -> tell(origin, Severity.ERROR, message));
  }

  private static String labels(Resource service) {
    return Stream.of(SELECTOR.resolve(service.root()))
        .flatMap(selector -> selector.entries().stream())
        .map(entry -> entry.key() + "=" + entry.value().text())
        .reduce((one, other) -> one + "," + other)
        .orElse("");
  }

  private static Diagnostic tell(Origin origin, Severity severity, String message) {
    return origin.tell(OutcomeCodes.NO_ENDPOINTS, severity, message, SELECTOR, "");
  }
}
