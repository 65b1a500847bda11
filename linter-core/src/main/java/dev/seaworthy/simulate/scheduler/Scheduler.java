package dev.seaworthy.simulate.scheduler;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.clock.EventQueue;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.store.ObjectKey;
import dev.seaworthy.simulate.store.ObjectStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Gives every waiting pod a node: one pod at a time, the most important first; among the nodes that
 * pass all filters the one with most points, among equals one by chance.
 */
public final class Scheduler {

  public static final String NAME = "default-scheduler";

  private static final Duration REACTION = Duration.ofMillis(1);

  /** From one pod to the next: choosing a node is quick, binding is a write that takes its time. */
  private static final Duration CYCLE = Duration.ofMillis(4);

  private final EventQueue queue;
  private final ObjectStore store;
  private final ApiClient api;
  private final Profile profile;
  private final Seed seed;
  private final SplittableRandom chance;
  private final NodeViews nodes = new NodeViews();
  private final PendingPods pending = new PendingPods();
  private final PriorityQueue<Entry> ready = new PriorityQueue<>(
      Comparator.comparingLong(Entry::priority).reversed().thenComparingLong(Entry::order));
  private final Set<ObjectKey> queued = new HashSet<>();
  private final Map<ObjectKey, Promise> promises = new LinkedHashMap<>();
  private long order;
  private boolean cyclePlanned;
  private Instant lastCycle = Instant.EPOCH;

  /** Room on a node that is being made for a pod. */
  private record Promise(Pod pod, String node) {}

  private record Entry(ObjectKey key, long priority, long order) {}

  public Scheduler(EventQueue queue, ObjectStore store, ApiClient api, Profile profile, Seed seed) {
    this.queue = queue;
    this.store = store;
    this.api = api;
    this.profile = profile;
    this.seed = seed;
    this.chance = seed.stream("choice among equal nodes");
  }

  /** Starts to listen. */
  public void start() {
    store.watch(Kinds.NODE, this::nodeChanged);
    store.watch(Kinds.POD, this::podChanged);
  }

  private void nodeChanged(Change change) {
    nodes.nodeChanged(change);
    if (!change.isRemoval()) {
      retry(change.isCreation() ? Trigger.NODE_ADDED : Trigger.NODE_CHANGED);
    }
  }

  private void podChanged(Change change) {
    nodes.podChanged(change);
    Pod pod = new Pod(change.latest());
    if (change.isRemoval() || pod.isFinished()) {
      pending.forget(change.key());
      promises.remove(change.key());
      retry(Trigger.POD_LEFT);
    } else if (pod.nodeName().isPresent()) {
      boundPodChanged(change);
    } else if (isWaiting(pod) && concernsScheduling(change)) {
      pending.forget(change.key());
      add(change.key());
    }
  }

  private void boundPodChanged(Change change) {
    boolean moved = change
        .before()
        .map(before -> new Pod(before).nodeName().isEmpty()
            || !before.labels().equals(change.latest().labels()))
        .orElse(true);
    if (moved) {
      retry(Trigger.POD_CHANGED);
    }
  }

  private static boolean isWaiting(Pod pod) {
    return !pod.isBeingDeleted()
        && pod.resource().at("spec", "schedulerName").stringOr(NAME).equals(NAME)
        && pod.resource().at("spec", "schedulingGates").size() == 0;
  }

  private static boolean concernsScheduling(Change change) {
    return change
        .before()
        .map(before -> !before.at("spec").sameAs(change.latest().at("spec"))
            || !before.labels().equals(change.latest().labels()))
        .orElse(true);
  }

  private void retry(Trigger trigger) {
    if (!pending.isEmpty()) {
      pending.releasedBy(trigger).forEach((pod, time) -> queue.at(time, () -> add(pod)));
    }
  }

  private void add(ObjectKey key) {
    Optional<Resource> pod = store.view().get(key);
    if (pod.isPresent() && queued.add(key)) {
      ready.add(new Entry(key, pod.get().at("spec", "priority").longOr(0), order++));
      planCycle();
    }
  }

  private void planCycle() {
    if (!cyclePlanned && !ready.isEmpty()) {
      cyclePlanned = true;
      Instant soon = queue.now().plus(REACTION);
      Instant free = lastCycle.plus(CYCLE);
      queue.at(free.isAfter(soon) ? free : soon, this::cycle);
    }
  }

  private void cycle() {
    cyclePlanned = false;
    lastCycle = queue.now();
    Entry next = ready.remove();
    queued.remove(next.key());
    store
        .view()
        .get(next.key())
        .map(Pod::new)
        .filter(pod -> pod.nodeName().isEmpty() && isWaiting(pod) && !pod.isFinished())
        .ifPresent(this::schedule);
    planCycle();
  }

  private void schedule(Pod pod) {
    Verdicts verdicts = Verdicts.of(pod, reserving(pod), profile.filters());
    if (verdicts.feasible().isEmpty()) {
      reject(pod, verdicts);
    } else {
      bind(pod, best(pod, verdicts.feasible()));
    }
  }

  /** The nodes, with the room taken that others of at least this importance were promised. */
  private NodeViews reserving(Pod pod) {
    NodeViews seen = nodes;
    for (Promise promise : promises.values()) {
      NodeView node = seen.get(promise.node());
      boolean counts = !promise.pod().uid().equals(pod.uid())
          && Preemption.priority(promise.pod()) >= Preemption.priority(pod);
      if (counts && node != null) {
        seen = seen.with(node.with(promise.pod()));
      }
    }
    return seen;
  }

  private NodeView best(Pod pod, List<NodeView> feasible) {
    if (feasible.size() == 1) {
      return feasible.get(0);
    }
    long[] totals = new long[feasible.size()];
    for (Score score : profile.scores()) {
      long[] points = score.points(pod, feasible, nodes);
      for (int i = 0; i < totals.length; i++) {
        totals[i] += score.weight() * points[i];
      }
    }
    long most = java.util.Arrays.stream(totals).max().orElse(0);
    List<NodeView> equals = new ArrayList<>();
    for (int i = 0; i < totals.length; i++) {
      if (totals[i] == most) {
        equals.add(feasible.get(i));
      }
    }
    return equals.get(seed.choose(equals.size(), chance));
  }

  private void bind(Pod pod, NodeView node) {
    String name = node.name();
    if (api.bind(pod.resource(), name).accepted()) {
      nodes.place(pod, name);
      promises.remove(ObjectKey.of(pod.resource()));
      pending.forget(ObjectKey.of(pod.resource()));
      api.events()
          .normal(
              pod.resource(),
              "Scheduled",
              "Successfully assigned " + pod.namespace() + "/" + pod.name() + " to " + name);
    }
  }

  private void reject(Pod pod, Verdicts verdicts) {
    String message = verdicts.message(nodes.size());
    Optional<Preemption> preemption = preemption(pod, verdicts);
    if (nodes.size() > 0 && preemption.isEmpty()) {
      message += " preemption: " + verdicts.preemption(pod, nodes.size());
    }
    pending.failed(ObjectKey.of(pod.resource()), verdicts.objectors(), queue.now());
    api.events().warning(pod.resource(), "FailedScheduling", message);
    Resource told = Conditions.of(pod.resource())
        .with("PodScheduled", "False", "Unschedulable", message, queue.clock())
        .in(pod.resource());
    api.updateStatus(preemption
        .map(way -> told.with("status.nominatedNodeName", Scalar.of(way.node().name())))
        .orElse(told));
    preemption.ifPresent(way -> preempt(pod, way));
  }

  /** The way to make room; none while the pods that were driven away for it are still leaving. */
  private Optional<Preemption> preemption(Pod pod, Verdicts verdicts) {
    Promise promise = promises.get(ObjectKey.of(pod.resource()));
    NodeView promised = promise == null ? null : nodes.get(promise.node());
    boolean leaving = promised != null
        && promised.pods().stream()
            .anyMatch(other ->
                other.isBeingDeleted() && Preemption.priority(other) < Preemption.priority(pod));
    return leaving || !Preemption.isAllowed(pod)
        ? Optional.empty()
        : Preemption.find(pod, nodes, verdicts, profile.filters());
  }

  private void preempt(Pod pod, Preemption way) {
    String node = way.node().name();
    promises.put(ObjectKey.of(pod.resource()), new Promise(pod, node));
    for (Pod victim : way.victims()) {
      Resource condemned = Conditions.of(victim.resource())
          .with(
              "DisruptionTarget",
              "True",
              "PreemptionByScheduler",
              NAME + ": preempting to accommodate a higher priority pod",
              queue.clock())
          .in(victim.resource());
      Resource stored = api.updateStatus(condemned.without("metadata", "resourceVersion"))
          .object()
          .orElse(victim.resource());
      api.events()
          .normal(stored, "Preempted", "Preempted by pod " + pod.uid() + " on node " + node);
      api.delete(stored);
    }
  }
}
