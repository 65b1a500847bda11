package dev.seaworthy.simulate;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.SystemNamespaces;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.api.catalog.KnownKinds;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.clock.EventQueue;
import dev.seaworthy.simulate.clock.Jitter;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.controller.ControlLoop;
import dev.seaworthy.simulate.controller.OwnedPods;
import dev.seaworthy.simulate.controller.Reconciler;
import dev.seaworthy.simulate.controller.nodelifecycle.NodeMonitoring;
import dev.seaworthy.simulate.controller.podautoscaler.Autoscaling;
import dev.seaworthy.simulate.network.PodNetwork;
import dev.seaworthy.simulate.node.Behaviour;
import dev.seaworthy.simulate.node.Kubelet;
import dev.seaworthy.simulate.node.ScriptedRuntime;
import dev.seaworthy.simulate.object.Amounts;
import dev.seaworthy.simulate.scheduler.Objection;
import dev.seaworthy.simulate.scheduler.Scheduler;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.server.Event;
import dev.seaworthy.simulate.server.EventLog;
import dev.seaworthy.simulate.server.GarbageCollector;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.store.ObjectStore;
import dev.seaworthy.simulate.store.Watch;
import dev.seaworthy.validate.ApiServer;
import dev.seaworthy.validate.admission.AdmissionSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * A whole cluster in memory and virtual time: API, controllers, scheduler, nodes. Not thread-safe;
 * nothing happens unless time is let pass ({@link #settle}, {@link #advance}).
 *
 * <p>The same calls with the same seed give the same run, to the byte.
 */
public final class Cluster {

  /** How long nothing must change until a cluster counts as settled. */
  public static final Duration QUIET = Duration.ofSeconds(3);

  private static final Duration LONGEST_SETTLING = Duration.ofHours(1);

  private final VirtualClock clock = new VirtualClock();
  private final EventQueue queue = new EventQueue(clock);
  private final ObjectStore store = new ObjectStore(queue);
  private final EventLog events = new EventLog(clock, store.view());
  private final OwnedPods ownedPods;
  private final Loads loads = new Loads(store.view());
  private final PodNetwork network = new PodNetwork();
  private final Kubelets kubelets;
  private final Map<GroupKind, List<ControlLoop>> loops = new HashMap<>();
  private final ApiClient api;
  private final Seed seed;
  private final ScriptedRuntime runtime;
  private final Scheduler scheduler;
  private final boolean serviceAccounts;
  private final Jitter notices;
  private final SplittableRandom reactions;

  private Cluster(ClusterSettings settings, Seed seed, ApiServer server) {
    AdmissionSettings admission = server
        .settings()
        .withTolerations(settings.timings().toleration())
        .withServiceAccounts(settings.serviceAccounts());
    ApiServer admitting = server.with(admission);
    makeNamespaces(new ApiClient(store, queue, seed.apart("bootstrap"), admitting, events));
    this.seed = seed;
    this.serviceAccounts = settings.serviceAccounts();
    this.api = new ApiClient(store, queue, seed, admitting, events);
    this.ownedPods = new OwnedPods(settings.podLimit());
    this.runtime = new ScriptedRuntime(queue, network, store.view(), settings.behaviours());
    this.notices = settings.notices();
    if (!notices.equals(Jitter.NONE)) {
      SplittableRandom chance = seed.stream("notices");
      store.lagBy(() -> notices.draw(chance));
    }
    this.reactions = seed.stream("reactions");
    store.check(ownedPods);
    this.kubelets = new Kubelets(settings, runtime, queue, api, loads, seed);
    kubelets.watch(store);
    GarbageCollector.start(store, api, queue);
    this.scheduler = new Scheduler(queue, store, api, seed);
    scheduler.start();
    NodeMonitoring monitoring = new NodeMonitoring(
        node -> kubelet(node).flatMap(Kubelet::silentSince),
        settings.timings().monitorGrace(),
        settings.timings().monitorPeriod());
    Autoscaling autoscaling = new Autoscaling(loads, settings.timings().autoscalingPeriod());
    Reconcilers.all(clock, ownedPods, monitoring, autoscaling, seed).stream()
        .map(reconciler -> reconciler.tuned(settings.timings()))
        .filter(reconciler -> !settings.absentControllers().contains(reconciler.name()))
        .forEach(this::run);
    store.view().list(Kinds.NAMESPACE).forEach(this::furnish);
  }

  /** The namespaces that were there before the controllers get what these make in each. */
  private void furnish(Resource namespace) {
    loops
        .getOrDefault(Kinds.NAMESPACE, List.of())
        .forEach(loop -> loop.add(ObjectKey.of(namespace)));
  }

  private void run(Reconciler reconciler) {
    reconciler.counter().ifPresent(store::check);
    loops
        .computeIfAbsent(reconciler.watches().subject(), kind -> new ArrayList<>())
        .add(new ControlLoop(reconciler, queue, store, api)
            .lagBy(() -> notices.draw(reactions))
            .start());
  }

  /** An empty cluster of the newest release. */
  public static Cluster start(ClusterSettings settings, Seed seed) {
    return start(settings, seed, ApiServer.of(BuiltInCatalog.of(Release.NEWEST)));
  }

  /** An empty cluster, apart from the namespaces that every cluster has; {@code server} is its API. */
  public static Cluster start(ClusterSettings settings, Seed seed, ApiServer server) {
    return new Cluster(settings, seed, server);
  }

  private static void makeNamespaces(ApiClient api) {
    for (String namespace : SystemNamespaces.ALL) {
      api.create(new Resource(Mapping.of(
          "apiVersion", Scalar.of("v1"),
          "kind", Scalar.of("Namespace"),
          "metadata", Mapping.of("name", Scalar.of(namespace)))));
    }
  }

  /** The way to write, and to read single objects. */
  public ApiClient api() {
    return api;
  }

  /** Whether pods run as ServiceAccounts, with whose tokens they can speak with the API. */
  public boolean hasServiceAccounts() {
    return serviceAccounts;
  }

  /** Whether a controller of this cluster acts on objects of {@code kind}. */
  public boolean plays(GroupKind kind) {
    return loops.containsKey(kind);
  }

  /** Why the nodes can't take {@code pod} as things are. */
  public List<Objection> objections(Resource pod) {
    return scheduler.objections(pod);
  }

  /** How the containers of an image are played. */
  public Behaviour behaviourOf(String image) {
    return runtime.behaviour(image);
  }

  /** The objects as they are. */
  public ClusterView view() {
    return store.view();
  }

  /** What the pods of each controller add up to. */
  public OwnedPods ownedPods() {
    return ownedPods;
  }

  public Instant now() {
    return clock.now();
  }

  /** The time since the cluster began. */
  public Duration elapsed() {
    return Duration.between(VirtualClock.EPOCH, clock.now());
  }

  /** What components told about objects so far. */
  public List<Event> events() {
    return events.all();
  }

  /** How many things have happened so far, seen or unseen: the measure of what a run does. */
  public long happened() {
    return queue.happened();
  }

  /** Lets {@code watch} see every commit as it is made. */
  public void onCommit(Watch watch) {
    store.check(watch);
  }

  /** A node joins: its kubelet registers it and begins to work. */
  public void addNode(String name, NodeShape shape) {
    join(shape.register(name, network.range(name)), shape.pods());
  }

  /** A node of another cluster joins with what it offers, its labels and the taints that people set. */
  public void addNode(Resource node) {
    Resource joining = NodeShape.joining(node, network.range(node.name()));
    join(joining, (int) joining.at("status", "allocatable", "pods").longOr(NodeShape.USUAL.pods()));
  }

  private void join(Resource node, int pods) {
    String name = node.name();
    kubelets.add(name);
    addRoom(pods);
    api.create(node.with(
        "status.conditions",
        dev.seaworthy.manifest.Sequence.of(List.of(Mapping.of(
            "type", Scalar.of("Ready"),
            "status", Scalar.of("True"),
            "lastTransitionTime", Scalar.of(clock.timestamp()),
            "reason", Scalar.of("KubeletReady"))))));
  }

  /** Who could make no more pods for want of room looks again. */
  private void addRoom(int pods) {
    boolean wasFull = ownedPods.room() == 0;
    ownedPods.addCapacity(pods);
    if (wasFull) {
      loops.forEach((kind, ofKind) -> view().list(kind).stream()
          .filter(object -> KnownKinds.builtIn().makesPods(kind))
          .map(ObjectKey::of)
          .forEach(key -> ofKind.forEach(loop -> loop.add(key))));
    }
  }

  /** {@code count} nodes of one shape: {@code n1}, {@code n2} and so on for the prefix {@code n}. */
  public Cluster withNodes(String prefix, int count, NodeShape shape) {
    for (int i = 1; i <= count; i++) {
      addNode(prefix + i, shape);
    }
    return this;
  }

  /** The agent of a node, to play what happens there; empty if no such node ever joined. */
  public Optional<Kubelet> kubelet(String node) {
    return kubelets.of(node);
  }

  /** The node's heartbeats stop and nothing on it moves any more. */
  public void failNode(String node) {
    kubelet(node).ifPresent(Kubelet::fail);
    lookAtNode(node);
  }

  /** The node comes back. */
  public void recoverNode(String node) {
    kubelet(node).ifPresent(Kubelet::recover);
    lookAtNode(node);
  }

  /** That heartbeats stop or come again changes no object, so no watch tells of it. */
  private void lookAtNode(String node) {
    for (ControlLoop loop : loops.getOrDefault(Kinds.NODE, List.of())) {
      loop.add(new ObjectKey(Kinds.NODE, "", node));
    }
  }

  /** From now on the pods of {@code workload} together use so much. */
  public void load(ObjectKey workload, Amounts load) {
    loads.set(workload, load);
    kubelets.usageChanged();
    for (ControlLoop loop : loops.getOrDefault(Kinds.HORIZONTAL_POD_AUTOSCALER, List.of())) {
      view().list(Kinds.HORIZONTAL_POD_AUTOSCALER, workload.namespace()).stream()
          .map(ObjectKey::of)
          .forEach(loop::add);
    }
  }

  /** Lets time pass. */
  public void advance(Duration time) {
    queue.runUntil(clock.now().plus(time));
  }

  /**
   * Lets time pass until {@code condition} is true, looked at whenever something has happened, but no
   * longer than {@code most}.
   */
  public void advanceUntil(BooleanSupplier condition, Duration most) {
    Instant limit = clock.now().plus(most);
    while (!condition.getAsBoolean() && clock.now().isBefore(limit)) {
      Optional<Instant> next = queue.nextAt().filter(at -> !at.isAfter(limit));
      if (next.isPresent()) {
        queue.runNext();
      } else {
        queue.runUntil(limit);
      }
    }
  }

  /** Lets time pass until nothing has changed for three seconds. */
  public void settle() {
    settle(QUIET);
  }

  /**
   * Lets time pass until no object has changed for {@code quiet}, counted from now or from the last
   * change. What is due later has not happened then.
   *
   * @return whether it came to rest; a cluster that still changes after an hour is left alone
   */
  public boolean settle(Duration quiet) {
    Instant began = clock.now();
    Instant limit = began.plus(LONGEST_SETTLING);
    while (!clock.now().isAfter(limit)) {
      Instant last = store.lastChange().isAfter(began) ? store.lastChange() : began;
      Instant rest = last.plus(quiet);
      Optional<Instant> next = queue.nextAt();
      if (next.isEmpty() || next.get().isAfter(rest)) {
        queue.runUntil(rest);
        return true;
      }
      queue.runNext();
    }
    return false;
  }
}
