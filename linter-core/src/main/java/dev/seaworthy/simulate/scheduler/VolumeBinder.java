package dev.seaworthy.simulate.scheduler;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.scheduler.framework.NodeInfo;
import dev.seaworthy.simulate.scheduler.framework.PodInfo;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.volume.Binding;
import dev.seaworthy.simulate.volume.Claim;
import dev.seaworthy.simulate.volume.PodVolumes;
import dev.seaworthy.simulate.volume.Volumes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Has volumes found or made for the claims that waited for a node, and keeps the pods that wait for
 * that: they have a node, but are bound only when their claims are.
 */
final class VolumeBinder {

  private final ApiClient api;
  private final Volumes volumes;
  private final Map<ObjectKey, Waiting> waiting = new LinkedHashMap<>();
  private final Map<ObjectKey, Set<ObjectKey>> podsOfClaim = new LinkedHashMap<>();

  VolumeBinder(ApiClient api, Volumes volumes) {
    this.api = api;
    this.volumes = volumes;
  }

  /** A pod that has a node and waits for its claims. */
  record Waiting(PodInfo pod, String node, List<ObjectKey> claims) {

    ObjectKey key() {
      return ObjectKey.of(pod.resource());
    }
  }

  /** Sees to the claims of a pod that is to have {@code node}; says whether it has to wait for them. */
  boolean mustWait(PodInfo pod, NodeInfo node) {
    if (pod.signature().claims().isEmpty()) {
      return false;
    }
    PodVolumes demand =
        PodVolumes.of(pod.signature().namespace(), pod.signature().claims(), volumes);
    if (demand.delayed().isEmpty()) {
      return false;
    }
    List<ObjectKey> claims =
        demand.delayed().stream().map(claim -> ObjectKey.of(claim.resource())).toList();
    Waiting waits = new Waiting(pod, node.name(), claims);
    waiting.put(waits.key(), waits);
    claims.forEach(claim ->
        podsOfClaim.computeIfAbsent(claim, key -> new LinkedHashSet<>()).add(waits.key()));
    write(demand.on(node.name(), node.labels()), node.name());
    return true;
  }

  private void write(PodVolumes.Placement placement, String node) {
    placement.matches().forEach((claim, volume) -> Binding.reserve(volume, claim, api));
    for (Claim claim : placement.provisions()) {
      api.update(
          claim.resource().withAt(Scalar.of(node), "metadata", "annotations", Claim.SELECTED_NODE));
    }
  }

  /** The pods that need wait no longer after what happened to {@code claim}: all have their volumes. */
  List<Waiting> ready(ObjectKey claim) {
    return take(claim, true);
  }

  /** The pods that waited for {@code claim}, which is gone. */
  List<Waiting> forsaken(ObjectKey claim) {
    return take(claim, false);
  }

  private List<Waiting> take(ObjectKey claim, boolean onlyComplete) {
    List<Waiting> taken = new ArrayList<>();
    for (ObjectKey key : List.copyOf(podsOfClaim.getOrDefault(claim, Set.of()))) {
      Waiting waits = waiting.get(key);
      if (waits != null && (!onlyComplete || waits.claims().stream().allMatch(this::isBound))) {
        forget(key);
        taken.add(waits);
      }
    }
    return taken;
  }

  private boolean isBound(ObjectKey claim) {
    return volumes.claim(claim.namespace(), claim.name()).map(Claim::isBound).orElse(false);
  }

  /** The pod is gone. */
  void forget(ObjectKey pod) {
    Waiting waits = waiting.remove(pod);
    if (waits != null) {
      waits.claims().forEach(claim -> {
        Set<ObjectKey> pods = podsOfClaim.getOrDefault(claim, new LinkedHashSet<>());
        pods.remove(pod);
        if (pods.isEmpty()) {
          podsOfClaim.remove(claim);
        }
      });
    }
  }

  /** Whether the pod has a node and waits. */
  boolean isWaiting(ObjectKey pod) {
    return waiting.containsKey(pod);
  }
}
