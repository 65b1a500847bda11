package dev.seaworthy.simulate;

import dev.seaworthy.simulate.clock.EventQueue;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.node.Absences;
import dev.seaworthy.simulate.node.ContainerRuntime;
import dev.seaworthy.simulate.node.Kubelet;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.store.ObjectStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The agents of a cluster's nodes, each of which hears of the pods that are bound to its node. */
final class Kubelets {

  private final ClusterSettings settings;
  private final ContainerRuntime runtime;
  private final EventQueue queue;
  private final ApiClient api;
  private final Loads loads;
  private final Seed seed;
  private final Absences absences = new Absences();
  private final Map<String, Kubelet> byNode = new LinkedHashMap<>();

  Kubelets(
      ClusterSettings settings,
      ContainerRuntime runtime,
      EventQueue queue,
      ApiClient api,
      Loads loads,
      Seed seed) {
    this.settings = settings;
    this.runtime = runtime;
    this.queue = queue;
    this.api = api;
    this.loads = loads;
    this.seed = seed;
  }

  /** Begins to listen to pods and to what they may wait for. */
  void watch(ObjectStore store) {
    store.watch(Kinds.POD, this::tell);
    List.of(Kinds.CONFIG_MAP, Kinds.SECRET, Kinds.PERSISTENT_VOLUME_CLAIM, Kinds.POD)
        .forEach(kind -> store.watch(kind, absences));
  }

  /** A node begins to work. */
  void add(String node) {
    byNode.put(
        node,
        new Kubelet(
            node,
            runtime,
            queue,
            api,
            absences,
            settings.kubelets(),
            loads,
            seed,
            settings.starts()));
  }

  Optional<Kubelet> of(String node) {
    return Optional.ofNullable(byNode.get(node));
  }

  private void tell(Change change) {
    new Pod(change.latest()).nodeName().flatMap(this::of).ifPresent(it -> it.onChange(change));
    usageChanged();
  }

  /** A load is shared: who joins or goes changes what those on other nodes use. */
  void usageChanged() {
    if (loads.isSaid()) {
      byNode.values().forEach(Kubelet::usageChanged);
    }
  }
}
