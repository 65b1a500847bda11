package dev.seaworthy.simulate.controller.nodelifecycle;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.controller.ReconcileResult;
import dev.seaworthy.simulate.controller.Reconciler;
import dev.seaworthy.simulate.controller.Watches;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.store.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Notices that a node has been silent for too long: its state becomes Unknown, its pods unready, and
 * it gets the taints that keep new pods off and drive the present ones away. Takes all back when the
 * node is heard again.
 */
public final class NodeReconciler implements Reconciler {

  /** Taints that evict come a moment after a silence is noticed, when all silent nodes are known. */
  private static final Duration AFTER_NOTICE = Duration.ofMillis(100);

  private final NodeMonitoring monitoring;
  private final VirtualClock clock;
  private final Zones zones = new Zones();

  public NodeReconciler(NodeMonitoring monitoring, VirtualClock clock) {
    this.monitoring = monitoring;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "node-lifecycle";
  }

  @Override
  public Watches watches() {
    return Watches.of(Kinds.NODE);
  }

  /** How many nodes of a zone are well. */
  @Override
  public Optional<Watch> counter() {
    return Optional.of(zones);
  }

  @Override
  public ReconcileResult reconcile(ObjectKey key, ClusterView view, ApiClient api) {
    Optional<Resource> found = view.get(key);
    if (found.isEmpty()) {
      return ReconcileResult.done();
    }
    Resource node = found.get();
    Optional<Instant> silent = monitoring.heartbeats().silentSince(key.name());
    boolean known = Conditions.of(node).status("Ready").equals("Unknown");
    if (silent.isPresent() && !known) {
      Instant due = noticedAt(silent.get());
      if (due.isAfter(clock.now())) {
        keepTaints(node, api);
        return ReconcileResult.after(Duration.between(clock.now(), due));
      }
      notice(node, view, api);
      return ReconcileResult.after(AFTER_NOTICE);
    }
    if (silent.isEmpty() && known) {
      welcome(node, api);
      return ReconcileResult.after(Duration.between(clock.now(), lookFrom(clock.now())));
    }
    keepTaints(node, api);
    return known ? evict(node, view, api) : pardon(key, view, api);
  }

  /** The first look at or after the end of the grace. */
  private Instant noticedAt(Instant silentSince) {
    return lookFrom(silentSince.plus(monitoring.grace()));
  }

  /** The first look at all nodes at {@code time} or later. */
  private Instant lookFrom(Instant time) {
    Duration period = monitoring.period();
    Duration passed = Duration.between(VirtualClock.EPOCH, time);
    long looks = (passed.toMillis() + period.toMillis() - 1) / period.toMillis();
    return VirtualClock.EPOCH.plus(period.multipliedBy(looks));
  }

  private void notice(Resource node, ClusterView view, ApiClient api) {
    api.events()
        .normal(node, "NodeNotReady", "Node " + node.name() + " status is now: NodeNotReady");
    api.updateStatus(Conditions.of(node)
        .with(
            "Ready", "Unknown", "NodeStatusUnknown", "Kubelet stopped posting node status.", clock)
        .in(node));
    for (Resource pod : view.podsOn(node.name())) {
      if (new Pod(pod).isReady()) {
        api.events().warning(pod, "NodeNotReady", "Node is not ready");
        api.updateStatus(
            Conditions.of(pod).with("Ready", "False", "", "", clock).in(pod));
      }
    }
  }

  private void welcome(Resource node, ApiClient api) {
    api.updateStatus(
        Conditions.of(node).with("Ready", "True", "KubeletReady", "", clock).in(node));
  }

  private static void keepTaints(Resource node, ApiClient api) {
    write(ConditionTaints.kept(node), node, api);
  }

  /**
   * Pods may come again as soon as a node is heard; that it drives them away is taken back with the
   * next look at all nodes.
   */
  private ReconcileResult pardon(ObjectKey key, ClusterView view, ApiClient api) {
    Resource node = view.get(key).orElseThrow();
    if (!Taints.has(node, Taints.UNREACHABLE, Taints.NO_EXECUTE)) {
      return ReconcileResult.done();
    }
    Duration wait = Duration.between(clock.now(), lookFrom(clock.now()));
    if (!wait.isZero()) {
      return ReconcileResult.after(wait);
    }
    write(Taints.set(node, Taints.UNREACHABLE, Taints.NO_EXECUTE, false), node, api);
    return ReconcileResult.done();
  }

  private ReconcileResult evict(Resource stale, ClusterView view, ApiClient api) {
    Resource node = view.get(ObjectKey.of(stale)).orElse(stale);
    boolean tainted = Taints.has(node, Taints.UNREACHABLE, Taints.NO_EXECUTE);
    if (zones.isStopped(node)) {
      if (zones.areAllSilent() && tainted) {
        write(Taints.set(node, Taints.UNREACHABLE, Taints.NO_EXECUTE, false), node, api);
      }
      return ReconcileResult.after(monitoring.period());
    }
    if (tainted) {
      return ReconcileResult.done();
    }
    Duration wait = zones.takeTurn(node, clock.now());
    if (wait.isZero()) {
      write(Taints.set(node, Taints.UNREACHABLE, Taints.NO_EXECUTE, true), node, api);
      return ReconcileResult.done();
    }
    return ReconcileResult.after(wait);
  }

  private static void write(Resource wanted, Resource node, ApiClient api) {
    if (!wanted.root().sameAs(node.root())) {
      api.update(wanted);
    }
  }
}
