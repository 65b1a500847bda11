package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.catalog.KnownKinds;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.server.Event;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Controllers;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A cluster at one moment, as those look at it who search for problems.
 *
 * @param groups the pods that are not about to go, by the workload that answers for them
 * @param events what was told of objects that are no pods, by UID
 * @param unmounted why the volumes of a pod could not be mounted the last time, by its UID
 */
record Scene(
    Cluster cluster,
    Origins origins,
    Map<ObjectKey, Pods> groups,
    Map<String, List<Event>> events,
    Map<String, String> unmounted) {

  private static final Set<String> UNMOUNTED = Set.of("FailedMount", "FailedAttachVolume");

  static final Comparator<Resource> BY_NAME =
      Comparator.comparing(Resource::namespace).thenComparing(Resource::name);

  /**
   * The pods that one workload answers for, or a pod of its own.
   *
   * @param wanted how many pods {@code spec.replicas} asks for, 0 of what has no such field
   */
  record Pods(
      ObjectKey workload, Origin origin, List<Pod> all, long wanted, Optional<Duration> stopped) {

    /** {@code web never becomes available: } when {@code some} of the pods are in trouble. */
    String lead(int some) {
      String name = workload.name();
      String kind = workload.kind().kind();
      if (kind.equals("Pod")) {
        return name + never("becomes ready", "is not ready");
      }
      if (kind.endsWith("Job")) {
        return name + never("completes", "has not completed");
      }
      if (isReplacing()) {
        return name + never("completes its rollout", "has not completed its rollout");
      }
      boolean isNoneReady = all.stream().noneMatch(Pod::isReady);
      return isNoneReady
          ? name + never("becomes available", "is not available")
          : "%s has only %d of %d pods ready: "
              .formatted(name, all.size() - some, Math.max(all.size(), wanted));
    }

    /** Whether there are more pods than wanted: the old ones stay until new ones are there. */
    private boolean isReplacing() {
      return workload.kind().equals(Kinds.DEPLOYMENT) && wanted > 0 && all.size() > wanted;
    }

    /** What still may come is not told as if it never did. */
    private String never(String what, String notYet) {
      return stopped
          .map(time -> " " + notYet + " after " + TimelineText.clock(time) + ": ")
          .orElse(" never " + what + ": ");
    }

    /** After the lead: {@code 2} of the pods, or {@code its pods} where it is all of them. */
    String share(int some) {
      if (some == all.size()) {
        return some == 1 ? "its pod" : "its pods";
      }
      return isReplacing() ? some + " of its " + all.size() + " pods" : Integer.toString(some);
    }
  }

  static Scene of(Cluster cluster, Origins origins, Optional<Duration> stopped) {
    Map<ObjectKey, Pods> groups = new LinkedHashMap<>();
    for (Resource resource : cluster.view().list(Kinds.POD)) {
      Pod pod = new Pod(resource);
      if (!pod.isBeingDeleted() && !EvictedPods.isReplaced(pod)) {
        Resource top = Controllers.topmost(resource, cluster.view());
        groups
            .computeIfAbsent(
                ObjectKey.of(top),
                key -> new Pods(
                    key,
                    origins.of(top),
                    new ArrayList<>(),
                    top.at("spec", "replicas").longOr(0),
                    stopped))
            .all()
            .add(pod);
      }
    }
    Map<String, List<Event>> events = new HashMap<>();
    Map<String, String> unmounted = new HashMap<>();
    for (Event event : cluster.events()) {
      if (!event.regarding().kind().equals(Kinds.POD)) {
        events.computeIfAbsent(event.uid(), uid -> new ArrayList<>()).add(event);
      } else if (UNMOUNTED.contains(event.reason())) {
        unmounted.put(event.uid(), event.message());
      }
    }
    return new Scene(cluster, origins, Collections.unmodifiableMap(groups), events, unmounted);
  }

  /** The last event about {@code object}, which is no pod, that {@code reason} accepts. */
  Optional<Event> lastEvent(Resource object, Predicate<String> reason) {
    return events.getOrDefault(Meta.uid(object), List.of()).stream()
        .filter(event -> reason.test(event.reason()))
        .reduce((earlier, later) -> later);
  }

  /** Why the volumes of {@code pod} could not be mounted; empty if they could. */
  String whyUnmounted(Pod pod) {
    return unmounted.getOrDefault(pod.uid(), "");
  }

  /** The pods that are not about to go, each group of one workload. */
  Collection<Pods> pods() {
    return groups.values();
  }

  ClusterView view() {
    return cluster.view();
  }

  /** The workloads that nobody controls and whose controller is played, by namespace and name. */
  List<Resource> workloads() {
    return cluster.view().all().stream()
        .filter(object -> KnownKinds.builtIn().makesPods(object.groupKind()))
        .filter(object -> !object.groupKind().equals(Kinds.POD))
        .filter(object -> cluster.plays(object.groupKind()))
        .filter(object -> object.controller().isEmpty())
        .sorted(BY_NAME)
        .toList();
  }

  /** How many pods come from the manifests of {@code sources} and have a node. */
  int podsOf(Collection<Origin> sources) {
    Set<InputObject> manifests = Collections.newSetFromMap(new IdentityHashMap<>());
    sources.forEach(source -> manifests.add(source.manifest()));
    return (int) pods().stream()
        .filter(group -> manifests.contains(group.origin().manifest()))
        .flatMap(group -> group.all().stream())
        .filter(pod -> pod.nodeName().isPresent())
        .count();
  }

  /** How many pods {@code workload} answers for that are not about to go. */
  long podsOf(ObjectKey workload) {
    Pods group = groups.get(workload);
    return group == null ? 0 : group.all().size();
  }

  /** Whether a pod that {@code workload} answers for is not ready. */
  boolean hasUnreadyPods(Resource workload) {
    Pods group = groups.get(ObjectKey.of(workload));
    return group != null && group.all().stream().anyMatch(pod -> !pod.isReady());
  }
}
