package dev.seaworthy.simulate.controller.resourcequota;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.controller.ReconcileResult;
import dev.seaworthy.simulate.controller.Reconciler;
import dev.seaworthy.simulate.controller.Watches;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.server.QuotaUsage;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.store.Watch;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps the status of ResourceQuotas: what they limit, and how much of it is used. */
public final class QuotaReconciler implements Reconciler {

  private final Map<String, Map<ObjectKey, Ledger>> ledgers = new HashMap<>();

  @Override
  public String name() {
    return "resourcequota";
  }

  @Override
  public Watches watches() {
    return Watches.of(Kinds.RESOURCE_QUOTA, (change, view) -> asksForMore(change))
        .andEverything((change, view) -> givesBack(change)
            ? view.list(Kinds.RESOURCE_QUOTA, change.key().namespace()).stream().map(ObjectKey::of)
            : Stream.empty());
  }

  private static Stream<ObjectKey> asksForMore(Change change) {
    boolean isSame = change
        .before()
        .filter(before -> before.at("spec").sameAs(change.latest().at("spec")))
        .isPresent();
    return isSame ? Stream.empty() : Stream.of(change.key());
  }

  /** Whether something is used no more: an object went, a pod ended, or another one asks for less. */
  private static boolean givesBack(Change change) {
    if (change.key().namespace().isEmpty() || change.isCreation()) {
      return false;
    }
    if (change.isRemoval()) {
      return true;
    }
    Resource before = change.before().orElseThrow();
    return change.key().kind().equals(Kinds.POD)
        ? !new Pod(before).isFinished() && new Pod(change.latest()).isFinished()
        : before.at("spec") != change.latest().at("spec");
  }

  @Override
  public Optional<Watch> counter() {
    return Optional.of(this::count);
  }

  private void count(Change change) {
    for (Ledger ledger : ofNamespace(change.key().namespace())) {
      change.after().ifPresentOrElse(ledger::enter, () -> ledger.strike(change.key()));
    }
    if (change.isRemoval() && change.key().kind().equals(Kinds.RESOURCE_QUOTA)) {
      ledgers.getOrDefault(change.key().namespace(), new HashMap<>()).remove(change.key());
    }
  }

  private Collection<Ledger> ofNamespace(String namespace) {
    return ledgers.getOrDefault(namespace, Map.of()).values();
  }

  @Override
  public ReconcileResult reconcile(ObjectKey key, ClusterView view, ApiClient api) {
    Optional<Resource> found = view.get(key);
    if (found.isPresent()) {
      Resource quota = found.get();
      Resource wanted = quota
          .withAt(quota.at("spec", "hard"), "status", "hard")
          .withAt(QuotaUsage.written(ledger(quota, view, api).used()), "status", "used");
      if (!wanted.at("status").sameAs(quota.at("status"))) {
        api.updateStatus(wanted.without("metadata", "resourceVersion"));
      }
    }
    return ReconcileResult.done();
  }

  /** The ledger of a quota; all objects of the namespace are entered once. */
  private Ledger ledger(Resource quota, ClusterView view, ApiClient api) {
    Map<ObjectKey, Ledger> known =
        ledgers.computeIfAbsent(quota.namespace(), namespace -> new LinkedHashMap<>());
    Ledger ledger = known.get(ObjectKey.of(quota));
    if (ledger == null || !ledger.isOf(quota.at("spec"))) {
      Ledger opened = new Ledger(quota, api.quotaUsage());
      view.all().stream()
          .filter(object -> object.namespace().equals(quota.namespace()))
          .forEach(opened::enter);
      known.put(ObjectKey.of(quota), opened);
      return opened;
    }
    return ledger;
  }
}
