package dev.seaworthy.simulate.scenario.observation;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.server.Event;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.List;
import java.util.Optional;

/**
 * The state of a cluster as recordings of real ones describe it: what can be compared between two
 * runs, without times, addresses and generated names.
 */
public final class Observation {

  private Observation() {}

  public static Mapping of(
      ClusterView view, List<Event> events, String namespace, Identities identities) {
    WorkloadStates workloads = new WorkloadStates(view, namespace, identities);
    PlacementStates placement = new PlacementStates(view, namespace, identities);
    ServiceStates services = new ServiceStates(view, namespace);
    Fields state = new Fields()
        .put("workloads", Sequence.of(workloads.workloads()))
        .putList("replicaSets", workloads.replicaSets())
        .put("pods", Sequence.of(new PodStates(view, namespace, identities).groups()))
        .putList("placement", placement.placement())
        .put("nodes", Sequence.of(placement.nodes()))
        .putList("services", services.services())
        .putList("podDisruptionBudgets", services.podDisruptionBudgets())
        .putList("claims", services.claims())
        .putList("quotas", services.quotas())
        .putList("autoscalers", services.autoscalers())
        .putList("controllerRevisions", workloads.controllerRevisions());
    namespaceState(view, namespace).ifPresent(text -> state.put("namespace", text));
    return state
        .put("events", Sequence.of(EventStates.counts(present(events, view))))
        .build();
  }

  /** Events go with the namespace of what they are about. */
  private static List<Event> present(List<Event> events, ClusterView view) {
    return events.stream()
        .filter(event -> event.regarding().namespace().isEmpty()
            || view.get(Kinds.NAMESPACE, "", event.regarding().namespace()).isPresent())
        .toList();
  }

  /** Said only when the namespace is not simply there. */
  private static Optional<String> namespaceState(ClusterView view, String namespace) {
    return view.get(Kinds.NAMESPACE, "", namespace)
        .map(object -> object.at("metadata", "deletionTimestamp").isPresent())
        .map(deleting -> deleting ? Optional.of("Terminating") : Optional.<String>empty())
        .orElse(Optional.of("gone"));
  }
}
