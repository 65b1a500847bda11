package dev.seaworthy.simulate.scheduler;

import dev.seaworthy.simulate.scheduler.framework.ClusterEvent;
import dev.seaworthy.simulate.scheduler.framework.FilterPlugin;
import dev.seaworthy.simulate.scheduler.framework.PodSignature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Pods that fitted nowhere, by the events that the plug-ins registered that refused them. Pods of
 * one signature that the same plug-ins refused wait as one group, and are asked about once.
 */
final class UnschedulablePods {

  private record Cause(PodSignature signature, Set<FilterPlugin> plugins) {

    boolean isHelpedBy(ClusterEvent event, BiPredicate<FilterPlugin, PodSignature> helps) {
      return plugins.stream()
          .filter(plugin -> plugin.eventsToRegister().contains(event))
          .anyMatch(plugin -> helps.test(plugin, signature));
    }

    Set<ClusterEvent> events() {
      Set<ClusterEvent> events = new LinkedHashSet<>();
      plugins.forEach(plugin -> events.addAll(plugin.eventsToRegister()));
      return events;
    }
  }

  private final Map<QueuedPod, Cause> causes = new HashMap<>();
  private final Map<Cause, Set<QueuedPod>> groups = new HashMap<>();
  private final Map<ClusterEvent, Set<Cause>> byEvent = new HashMap<>();

  void add(QueuedPod pod, PodSignature signature, Set<FilterPlugin> plugins) {
    Cause cause = new Cause(signature, plugins);
    causes.put(pod, cause);
    Set<QueuedPod> group = groups.get(cause);
    if (group == null) {
      group = new LinkedHashSet<>();
      groups.put(cause, group);
      for (ClusterEvent event : cause.events()) {
        byEvent.computeIfAbsent(event, unknown -> new LinkedHashSet<>()).add(cause);
      }
    }
    group.add(pod);
  }

  void remove(QueuedPod pod) {
    Cause cause = causes.remove(pod);
    Set<QueuedPod> group = cause == null ? null : groups.get(cause);
    if (cause != null && group != null) {
      group.remove(pod);
      if (group.isEmpty()) {
        dissolve(cause);
      }
    }
  }

  private void dissolve(Cause cause) {
    groups.remove(cause);
    for (ClusterEvent event : cause.events()) {
      Set<Cause> listening = byEvent.get(event);
      if (listening != null) {
        listening.remove(cause);
        if (listening.isEmpty()) {
          byEvent.remove(event);
        }
      }
    }
  }

  boolean isWaitingFor(ClusterEvent event) {
    return byEvent.containsKey(event);
  }

  /** Takes out the pods that {@code event} may help; costs what there are of groups and of those. */
  List<QueuedPod> release(ClusterEvent event, BiPredicate<FilterPlugin, PodSignature> helps) {
    List<QueuedPod> released = new ArrayList<>();
    for (Cause cause : List.copyOf(byEvent.getOrDefault(event, Set.of()))) {
      if (cause.isHelpedBy(event, helps)) {
        Set<QueuedPod> group = groups.getOrDefault(cause, Set.of());
        released.addAll(group);
        group.forEach(causes::remove);
        dissolve(cause);
      }
    }
    return released;
  }
}
