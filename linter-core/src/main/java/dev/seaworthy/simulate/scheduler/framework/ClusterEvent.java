package dev.seaworthy.simulate.scheduler.framework;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What can happen in a cluster so that a pod that fitted nowhere may fit now. */
public record ClusterEvent(EventResource resource, ActionType action) {

  private static final List<EventResource> VOLUMES = List.of(
      EventResource.PERSISTENT_VOLUME_CLAIM,
      EventResource.PERSISTENT_VOLUME,
      EventResource.STORAGE_CLASS);

  /** An event for each of {@code actions}. */
  public static Set<ClusterEvent> of(EventResource resource, ActionType... actions) {
    Set<ClusterEvent> events = new LinkedHashSet<>();
    for (ActionType action : actions) {
      events.add(new ClusterEvent(resource, action));
    }
    return events;
  }

  /** That a claim, a volume or a class came or changed. */
  public static Set<ClusterEvent> ofVolumes() {
    Set<ClusterEvent> events = new LinkedHashSet<>();
    for (EventResource resource : VOLUMES) {
      events.addAll(of(resource, ActionType.ADD, ActionType.UPDATE));
    }
    return events;
  }

  /** Both, for a plug-in that listens to nodes and to pods. */
  public static Set<ClusterEvent> union(Set<ClusterEvent> some, Set<ClusterEvent> others) {
    Set<ClusterEvent> all = new LinkedHashSet<>(some);
    all.addAll(others);
    return all;
  }
}
