package dev.seaworthy.simulate.scheduler.plugin;

import dev.seaworthy.simulate.scheduler.framework.ActionType;
import dev.seaworthy.simulate.scheduler.framework.ClusterEvent;
import dev.seaworthy.simulate.scheduler.framework.EventResource;
import dev.seaworthy.simulate.scheduler.framework.FilterPlugin;
import dev.seaworthy.simulate.scheduler.framework.Handle;
import dev.seaworthy.simulate.scheduler.framework.NodeFilter;
import dev.seaworthy.simulate.scheduler.framework.PodSignature;
import dev.seaworthy.simulate.scheduler.framework.Status;
import dev.seaworthy.simulate.volume.PodVolumes;
import dev.seaworthy.simulate.volume.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A volume that is labelled with a zone or region is to be had from nodes of that zone only. */
public final class VolumeZone implements FilterPlugin {

  private static final Status ELSEWHERE =
      Status.unresolvable("node(s) had no available volume zone");

  /** Today's label of a topology and the one that it had before. */
  private static final Map<String, String> FORMER = Map.of(
      "topology.kubernetes.io/zone", "failure-domain.beta.kubernetes.io/zone",
      "topology.kubernetes.io/region", "failure-domain.beta.kubernetes.io/region");

  /** Several zones of one volume are written one after the other. */
  private static final String SEPARATOR = "__";

  @Override
  public int order() {
    return 100;
  }

  /** What a node must be labelled with. */
  private record Place(String label, String former, Set<String> values) {

    boolean has(Map<String, String> labels) {
      String value = labels.getOrDefault(label, labels.getOrDefault(former, ""));
      return values.contains(value);
    }
  }

  @Override
  public NodeFilter preFilter(PodSignature pod, Handle handle) {
    if (pod.claims().isEmpty()) {
      return NodeFilter.SKIP;
    }
    List<Place> places = new ArrayList<>();
    PodVolumes.of(pod.namespace(), pod.claims(), handle.volumes())
        .bound()
        .forEach(volume -> addPlaces(volume, places));
    return places.isEmpty()
        ? NodeFilter.SKIP
        : node -> reaches(node.labels(), places) ? Status.SUCCESS : ELSEWHERE;
  }

  /** Where nodes have no zones, no volume is in another one. */
  private static boolean reaches(Map<String, String> labels, List<Place> places) {
    boolean hasZones = FORMER.entrySet().stream()
        .anyMatch(
            label -> labels.containsKey(label.getKey()) || labels.containsKey(label.getValue()));
    return !hasZones || places.stream().allMatch(place -> place.has(labels));
  }

  private static void addPlaces(Volume volume, List<Place> places) {
    FORMER.forEach((label, former) -> {
      Map<String, String> labels = volume.resource().labels();
      String value = labels.getOrDefault(label, labels.getOrDefault(former, ""));
      if (!value.isEmpty()) {
        places.add(new Place(label, former, Set.of(value.split(SEPARATOR))));
      }
    });
  }

  @Override
  public Set<ClusterEvent> eventsToRegister() {
    Set<ClusterEvent> ofNodes =
        ClusterEvent.of(EventResource.NODE, ActionType.ADD, ActionType.UPDATE_NODE_LABEL);
    return ClusterEvent.union(ofNodes, ClusterEvent.ofVolumes());
  }
}
