package dev.seaworthy.simulate.scheduler;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.clock.EventQueue;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.scheduler.framework.ActionType;
import dev.seaworthy.simulate.scheduler.framework.ClusterEvent;
import dev.seaworthy.simulate.scheduler.framework.DefaultSelector;
import dev.seaworthy.simulate.scheduler.framework.EventResource;
import dev.seaworthy.simulate.scheduler.framework.FilterPlugin;
import dev.seaworthy.simulate.scheduler.framework.Handle;
import dev.seaworthy.simulate.scheduler.framework.NodeInfo;
import dev.seaworthy.simulate.scheduler.framework.PodInfo;
import dev.seaworthy.simulate.scheduler.framework.PodSignature;
import dev.seaworthy.simulate.scheduler.framework.PodSignatures;
import dev.seaworthy.simulate.scheduler.framework.Snapshot;
import dev.seaworthy.simulate.scheduler.plugin.Plugins;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.store.ObjectStore;
import dev.seaworthy.simulate.volume.Volumes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Gives every waiting pod a node, one pod at a time, the most important first, as kube-scheduler's
 * default profile does.
 */
public final class Scheduler {

  public static final String NAME = "default-scheduler";

  static final String PREEMPTION_REASON = "PreemptionByScheduler";

  private static final Duration REACTION = Duration.ofMillis(1);

  /** From one pod to the next: choosing a node is quick, binding is a write that takes its time. */
  private static final Duration CYCLE = Duration.ofMillis(4);

  private static final ClusterEvent POD_DELETED =
      new ClusterEvent(EventResource.ASSIGNED_POD, ActionType.DELETE);

  private final EventQueue queue;
  private final ObjectStore store;
  private final Profile profile;
  private final PodSignatures signatures = new PodSignatures();
  private final Snapshot snapshot = new Snapshot(signatures);
  private final Nominations nominations = new Nominations();
  private final DefaultSelector defaultSelector;
  private final SchedulingQueue waiting;
  private final SchedulingAlgorithm algorithm;
  private final SchedulingCycle cycle;
  private final ApiDispatcher outcome;
  private final Volumes volumes;
  private final VolumeBinder binder;
  private boolean cyclePlanned;
  private Instant lastCycle = Instant.EPOCH;
  private @Nullable Instant flushPlannedFor;

  public Scheduler(EventQueue queue, ObjectStore store, ApiClient api, Seed seed) {
    this.queue = queue;
    this.store = store;
    this.profile = Profile.of(Plugins.all());
    this.defaultSelector = new DefaultSelector(store.view());
    this.waiting = new SchedulingQueue(profile.queueSort());
    this.volumes = new Volumes(store.view());
    this.binder = new VolumeBinder(api, volumes);
    CycleStates states = new CycleStates(profile, new Handle(snapshot, defaultSelector, volumes));
    this.algorithm = new SchedulingAlgorithm(snapshot, states, nominations, seed);
    this.outcome = new ApiDispatcher(api, queue.clock());
    DefaultPreemption preemption = new DefaultPreemption(
        algorithm, snapshot, nominations, new DisruptionBudgets(store.view()), seed);
    this.cycle = new SchedulingCycle(
        queue, snapshot, signatures, waiting, nominations, algorithm, preemption, binder, outcome);
  }

  /** Starts to listen. */
  public void start() {
    store.watch(Kinds.NODE, this::nodeChanged);
    store.watch(Kinds.POD, this::podChanged);
    store.check(volumes);
    store.watch(Kinds.PERSISTENT_VOLUME_CLAIM, this::claimChanged);
    watchVolumes(Kinds.PERSISTENT_VOLUME, EventResource.PERSISTENT_VOLUME);
    watchVolumes(Kinds.STORAGE_CLASS, EventResource.STORAGE_CLASS);
    DefaultSelector.KINDS.forEach(kind -> store.watch(kind, defaultSelector::changed));
  }

  /** Why no node can take {@code pod} as things are; nothing of a node that can. */
  public List<Objection> objections(Resource pod) {
    PodInfo info = new PodInfo(Meta.uid(pod), pod, signatures.of(pod), false);
    Diagnosis diagnosis = algorithm.diagnose(info);
    Set<String> named = new HashSet<>();
    List<Objection> objections = new ArrayList<>();
    diagnosis.rejections().forEach((node, rejection) -> {
      named.add(node.name());
      objections.add(new Objection(node.name(), rejection.status().reasons()));
    });
    if (!diagnosis.others().isSuccess()) {
      snapshot.nodes().stream()
          .filter(node -> !named.contains(node.name()))
          .forEach(node ->
              objections.add(new Objection(node.name(), diagnosis.others().reasons())));
    }
    return objections;
  }

  private void watchVolumes(GroupKind kind, EventResource resource) {
    store.watch(
        kind,
        change -> move(
            SchedulingProperties.of(resource, change),
            (plugin, pod) -> !pod.claims().isEmpty()));
  }

  private void claimChanged(Change change) {
    ObjectKey claim = change.key();
    if (change.isRemoval()) {
      binder.forsaken(claim).forEach(this::startOver);
    } else {
      binder.ready(claim).forEach(this::bindLate);
    }
    move(
        SchedulingProperties.of(EventResource.PERSISTENT_VOLUME_CLAIM, change),
        (plugin, pod) -> pod.uses(claim.namespace(), claim.name()));
  }

  private void startOver(VolumeBinder.Waiting pod) {
    snapshot.removePod(pod.pod().uid());
    waiting.add(pod.key(), pod.pod().priority(), queue.now());
    plan();
  }

  private void bindLate(VolumeBinder.Waiting waits) {
    Optional<Pod> pod = store.view().get(waits.key()).map(Pod::new).filter(this::isSchedulable);
    if (pod.isPresent() && !outcome.bind(pod.get(), waits.node())) {
      startOver(waits);
    }
  }

  private void nodeChanged(Change change) {
    if (change.isRemoval()) {
      snapshot.removeNode(change.key().name());
      move(SchedulingProperties.ofNode(change), (plugin, pod) -> true);
    } else {
      NodeInfo node = snapshot.setNode(change.latest());
      move(
          SchedulingProperties.ofNode(change),
          (plugin, pod) -> plugin.isSchedulableAfterNodeChange(pod, node));
    }
  }

  private void podChanged(Change change) {
    Pod pod = new Pod(change.latest());
    if (change.isRemoval() || pod.isFinished()) {
      podLeft(pod);
    } else if (pod.nodeName().isPresent()) {
      assignedPodChanged(change, pod);
    } else if (!isAdmitted(pod)) {
      waiting.forget(change.key());
    } else if (SchedulingProperties.concernsScheduling(change) && !binder.isWaiting(change.key())) {
      waiting.add(change.key(), priority(pod), queue.now());
      plan();
    }
  }

  private void podLeft(Pod pod) {
    PodInfo known = snapshot.pod(pod.uid());
    snapshot.removePod(pod.uid());
    waiting.forget(ObjectKey.of(pod.resource()));
    binder.forget(ObjectKey.of(pod.resource()));
    boolean freesRoom = nominations.remove(pod.uid()) || known != null;
    if (freesRoom && waiting.isWaitingFor(POD_DELETED)) {
      PodSignature signature = known == null ? signatures.of(pod.resource()) : known.signature();
      move(
          List.of(POD_DELETED),
          (plugin, waits) -> plugin.isSchedulableAfterPodChange(waits, signature));
    }
  }

  private void assignedPodChanged(Change change, Pod pod) {
    PodInfo before = snapshot.pod(pod.uid());
    snapshot.setPod(pod.resource(), pod.nodeName().orElseThrow());
    PodInfo after = snapshot.pod(pod.uid());
    waiting.forget(change.key());
    move(
        SchedulingProperties.ofAssignedPod(change),
        (plugin, waits) -> after == null
            || plugin.isSchedulableAfterPodChange(waits, after.signature())
            || (before != null && plugin.isSchedulableAfterPodChange(waits, before.signature())));
  }

  private void move(List<ClusterEvent> events, BiPredicate<FilterPlugin, PodSignature> helps) {
    for (ClusterEvent event : events) {
      if (waiting.isWaitingFor(event)) {
        waiting.move(event, helps, queue.now());
        plan();
      }
    }
  }

  private boolean isAdmitted(Pod pod) {
    return !pod.isBeingDeleted()
        && pod.resource().at("spec", "schedulerName").stringOr(NAME).equals(NAME)
        && profile.preEnqueue().stream().allMatch(plugin -> plugin.admits(pod.resource()));
  }

  private static long priority(Pod pod) {
    return pod.resource().at("spec", "priority").longOr(0);
  }

  private void plan() {
    planCycle();
    Instant next = waiting.nextBackoffExpiration().orElse(null);
    if (next != null && (flushPlannedFor == null || next.isBefore(flushPlannedFor))) {
      flushPlannedFor = next;
      queue.at(next, this::flush);
    }
  }

  private void flush() {
    flushPlannedFor = null;
    waiting.flushBackoffCompleted(queue.now());
    plan();
  }

  private void planCycle() {
    if (!cyclePlanned && waiting.isActive()) {
      cyclePlanned = true;
      Instant soon = queue.now().plus(REACTION);
      Instant free = lastCycle.plus(CYCLE);
      queue.at(free.isAfter(soon) ? free : soon, this::cycle);
    }
  }

  private void cycle() {
    cyclePlanned = false;
    lastCycle = queue.now();
    Optional<ObjectKey> next = waiting.pop();
    if (next.isPresent()) {
      Optional<Pod> pod = store.view().get(next.get()).map(Pod::new);
      if (pod.isPresent() && isSchedulable(pod.get())) {
        cycle.schedule(pod.get());
      } else {
        waiting.forget(next.get());
      }
    }
    plan();
  }

  private boolean isSchedulable(Pod pod) {
    return pod.nodeName().isEmpty() && !pod.isFinished() && isAdmitted(pod);
  }
}
