package dev.seaworthy.simulate.controller.serviceaccount;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.simulate.controller.NamespaceObject;
import dev.seaworthy.simulate.controller.ReconcileResult;
import dev.seaworthy.simulate.controller.Reconciler;
import dev.seaworthy.simulate.controller.Watches;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.stream.Stream;

/** Keeps a ServiceAccount {@code default} in each namespace. */
public final class DefaultServiceAccount implements Reconciler {

  public static final String COMPONENT = "serviceaccount-controller";

  private static final NamespaceObject ACCOUNT =
      new NamespaceObject(Kinds.SERVICE_ACCOUNT, "default");

  @Override
  public String name() {
    return COMPONENT;
  }

  @Override
  public Watches watches() {
    return Watches.of(Kinds.NAMESPACE)
        .and(
            Kinds.SERVICE_ACCOUNT,
            (change, view) -> change.isRemoval() ? ACCOUNT.namespaceOf(change) : Stream.empty());
  }

  @Override
  public ReconcileResult reconcile(ObjectKey key, ClusterView view, ApiClient api) {
    if (ACCOUNT.belongsTo(key, view) && ACCOUNT.find(key, view).isEmpty()) {
      api.create(ACCOUNT.made(key));
    }
    return ReconcileResult.done();
  }
}
