package dev.seaworthy.simulate.controller.podgc;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.controller.ReconcileResult;
import dev.seaworthy.simulate.controller.Reconciler;
import dev.seaworthy.simulate.controller.Watches;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.store.Watch;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps no more than 12500 pods that have ended ({@code --terminated-pod-gc-threshold}): evicted ones
 * go first, then the oldest.
 */
public final class TerminatedPods implements Reconciler {

  private static final int THRESHOLD = 12_500;

  /** All pods are looked after together. */
  private static final ObjectKey ALL = new ObjectKey(Kinds.POD, "", "");

  private static final Comparator<Pod> EVICTED_AND_OLD_FIRST = Comparator.comparing(
          (Pod pod) -> !pod.resource().at("status", "reason").text().equals("Evicted"))
      .thenComparing(Pod::created)
      .thenComparing(Pod::name);

  private final VirtualClock clock;
  private final int threshold;
  private int terminated;

  public TerminatedPods(VirtualClock clock) {
    this(clock, THRESHOLD);
  }

  private TerminatedPods(VirtualClock clock, int threshold) {
    this.clock = clock;
    this.threshold = threshold;
  }

  /** One that keeps no more than {@code most}. */
  static TerminatedPods keeping(int most, VirtualClock clock) {
    return new TerminatedPods(clock, most);
  }

  @Override
  public String name() {
    return "pod-garbage-collection-terminated";
  }

  @Override
  public Optional<Watch> counter() {
    return Optional.of(this::count);
  }

  private void count(Change change) {
    if (change.key().kind().equals(Kinds.POD)) {
      terminated += hasEnded(change.after()) - hasEnded(change.before());
    }
  }

  private static int hasEnded(Optional<Resource> pod) {
    return pod.filter(it -> new Pod(it).isFinished()).isPresent() ? 1 : 0;
  }

  @Override
  public Watches watches() {
    return Watches.of(
        Kinds.POD, (change, view) -> terminated > threshold ? Stream.of(ALL) : Stream.empty());
  }

  @Override
  public ReconcileResult reconcile(ObjectKey key, ClusterView view, ApiClient api) {
    Duration wait = CollectionRounds.untilRound(clock.now());
    if (terminated > threshold && !wait.isZero()) {
      return ReconcileResult.after(wait);
    }
    if (terminated > threshold) {
      List<Pod> ended = view.list(Kinds.POD).stream()
          .map(Pod::new)
          .filter(Pod::isFinished)
          .sorted(EVICTED_AND_OLD_FIRST)
          .toList();
      ended
          .subList(0, ended.size() - threshold)
          .forEach(pod -> CollectionRounds.collect(pod.resource(), api));
    }
    return ReconcileResult.done();
  }
}
