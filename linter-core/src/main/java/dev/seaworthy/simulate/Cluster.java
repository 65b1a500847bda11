package dev.seaworthy.simulate;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.SystemNamespaces;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.clock.EventQueue;
import dev.seaworthy.simulate.clock.Jitter;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.controller.OwnedPods;
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
import java.util.List;
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

  private final VirtualClock clock = new VirtualClock();
  private final EventQueue queue = new EventQueue(clock);
  private final ObjectStore store = new ObjectStore(queue);
  private final PassingTime passing = new PassingTime(clock, queue, store);
  private final EventLog events = new EventLog(clock, store.view());
  private final OwnedPods ownedPods;
  private final Loads loads = new Loads(store.view());
  private final PodNetwork network = new PodNetwork();
  private final Kubelets kubelets;
  private final ApiClient api;
  private final ScriptedRuntime runtime;
  private final Scheduler scheduler;
  private final boolean serviceAccounts;
  private final ControllerManager controllers;

  private Cluster(ClusterSettings settings, Seed seed, ApiServer server) {
    AdmissionSettings admission = server
        .settings()
        .withTolerations(settings.timings().toleration())
        .withServiceAccounts(settings.serviceAccounts());
    ApiServer admitting = server.with(admission);
    makeNamespaces(new ApiClient(store, queue, seed.apart("bootstrap"), admitting, events));
    this.serviceAccounts = settings.serviceAccounts();
    this.api = new ApiClient(store, queue, seed, admitting, events);
    this.ownedPods = new OwnedPods(settings.podLimit());
    this.runtime = new ScriptedRuntime(queue, network, store.view(), settings.behaviours());
    Jitter notices = settings.notices();
    if (!notices.isNone()) {
      SplittableRandom chance = seed.stream("notices");
      store.lagBy(() -> notices.draw(chance));
    }
    this.controllers = new ControllerManager(queue, store, api, notices, seed);
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
        .forEach(controllers::run);
    // The namespaces that were there before the controllers get what these make in each.
    store.view().list(Kinds.NAMESPACE).forEach(each -> controllers.look(ObjectKey.of(each)));
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
    return controllers.has(kind);
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
        Sequence.of(List.of(Mapping.of(
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
      controllers.lookAtAllWithPods();
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
    controllers.look(new ObjectKey(Kinds.NODE, "", node));
  }

  /** From now on the pods of {@code workload} together use so much. */
  public void load(ObjectKey workload, Amounts load) {
    loads.set(workload, load);
    kubelets.usageChanged();
    view().list(Kinds.HORIZONTAL_POD_AUTOSCALER, workload.namespace()).stream()
        .map(ObjectKey::of)
        .forEach(controllers::look);
  }

  /** Lets time pass. */
  public void advance(Duration time) {
    passing.advance(time);
  }

  /**
   * Lets time pass until {@code condition} is true, looked at whenever something has happened, but no
   * longer than {@code most}.
   */
  public void advanceUntil(BooleanSupplier condition, Duration most) {
    passing.advanceUntil(condition, most);
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
    return passing.settle(quiet);
  }
}
