package dev.seaworthy.simulate.controller.disruption;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.controller.ReconcileResult;
import dev.seaworthy.simulate.controller.Reconciler;
import dev.seaworthy.simulate.controller.Watches;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.store.Watch;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Keeps the status of PodDisruptionBudgets, which says how many pods may go at the moment. */
public final class BudgetReconciler implements Reconciler {

  /** A pod that was let go and is still there after this time was not let go. */
  private static final Duration DELETION_TIMEOUT = Duration.ofMinutes(2);

  /** A look takes now and then some milliseconds longer. */
  private static final int SPREAD = 6;

  private final VirtualClock clock;
  private final Seed seed;
  private final SplittableRandom chance;
  private final GuardedPods guarded = new GuardedPods();

  public BudgetReconciler(VirtualClock clock, Seed seed) {
    this.clock = clock;
    this.seed = seed;
    this.chance = seed.stream("looks at disruption budgets");
  }

  @Override
  public String name() {
    return "disruption";
  }

  /** Of several budgets over a pod only one hears of it. */
  @Override
  public Watches watches() {
    return Watches.of(Kinds.POD_DISRUPTION_BUDGET, this::heard)
        .and(
            Kinds.POD,
            (change, view) -> view
                .selecting(
                    Kinds.POD_DISRUPTION_BUDGET,
                    change.key().namespace(),
                    change.latest().labels())
                .stream()
                .limit(1)
                .map(ObjectKey::of));
  }

  /** From now on it knows of the pods that it hears of; those of the same moment are news. */
  private Stream<ObjectKey> heard(Change change, ClusterView view) {
    change.after().ifPresent(budget -> guarded.of(budget, view));
    return Stream.of(change.key());
  }

  @Override
  public Duration latency(ObjectKey key, ClusterView view) {
    return Duration.ofMillis(1 + seed.choose(SPREAD, chance));
  }

  @Override
  public Optional<Watch> informer() {
    return Optional.of(guarded);
  }

  @Override
  public ReconcileResult reconcile(ObjectKey key, ClusterView view, ApiClient api) {
    Optional<Resource> found = view.get(key);
    if (found.isEmpty()) {
      return ReconcileResult.done();
    }
    Resource budget = found.get();
    Guard guard = guarded.of(budget, view);
    if (guard.pods() == 0) {
      api.events().normal(budget, "NoPods", "No matching pods found");
    }
    return Allowance.dependsOnScale(budget.at("spec"))
        ? judgeByScale(budget, guard, view, api)
        : judge(budget, guard, guard.pods(), view, api);
  }

  private ReconcileResult judgeByScale(
      Resource budget, Guard guard, ClusterView view, ApiClient api) {
    ExpectedScale scale = ExpectedScale.of(guard, budget.namespace(), view);
    if (!scale.problem().isEmpty()) {
      api.events()
          .warning(
              budget,
              "CalculateExpectedPodCountFailed",
              "Failed to calculate the number of expected pods: " + scale.problem());
      write(BudgetStatus.failed(budget, scale.problem(), clock), budget, api);
      return ReconcileResult.done();
    }
    if (guard.hasUnmanaged()) {
      api.events()
          .warning(
              budget,
              "UnmanagedPods",
              "Pods under this budget have no controller, so that how many are wanted is not known;"
                  + " a minAvailable that is a number counts them");
    }
    return judge(budget, guard, scale.pods(), view, api);
  }

  private ReconcileResult judge(
      Resource budget, Guard guard, long pods, ClusterView view, ApiClient api) {
    Map<String, String> leaving = leaving(budget, guard, view, api);
    long healthy = guard.healthy()
        - leaving.keySet().stream()
            .flatMap(name -> view.get(Kinds.POD, budget.namespace(), name).stream())
            .filter(pod -> Guard.isHealthy(new Pod(pod)))
            .count();
    Allowance allowance = Allowance.of(budget.at("spec"), pods);
    write(BudgetStatus.of(budget, allowance, healthy, leaving, clock), budget, api);
    return leaving.values().stream()
        .map(this::untilTimeout)
        .min(Duration::compareTo)
        .map(ReconcileResult::after)
        .orElse(ReconcileResult.done());
  }

  /** Pods that an eviction was granted and whose deletion has not begun, with the time of the grant. */
  private Map<String, String> leaving(
      Resource budget, Guard guard, ClusterView view, ApiClient api) {
    Map<String, String> leaving = new TreeMap<>();
    for (Mapping.Entry entry : budget.at("status", "disruptedPods").entries()) {
      Optional<Resource> pod = view.get(Kinds.POD, budget.namespace(), entry.key())
          .filter(found -> !Meta.isBeingDeleted(found) && guard.covers(new Pod(found)));
      if (pod.isPresent() && untilTimeout(entry.value().text()).isNegative()) {
        api.events()
            .warning(
                pod.get(), "NotDeleted", "Pod was to be deleted by an eviction, but it wasn't");
      } else if (pod.isPresent()) {
        leaving.put(entry.key(), entry.value().text());
      }
    }
    return leaving;
  }

  private Duration untilTimeout(String granted) {
    return Duration.between(clock.now(), VirtualClock.instant(granted).plus(DELETION_TIMEOUT));
  }

  private static void write(Resource wanted, Resource budget, ApiClient api) {
    if (!wanted.at("status").sameAs(budget.at("status"))) {
      api.updateStatus(wanted.without("metadata", "resourceVersion"));
    }
  }
}
