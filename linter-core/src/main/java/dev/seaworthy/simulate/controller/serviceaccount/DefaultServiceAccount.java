package dev.seaworthy.simulate.controller.serviceaccount;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.controller.ReconcileResult;
import dev.seaworthy.simulate.controller.Reconciler;
import dev.seaworthy.simulate.controller.Watches;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.stream.Stream;

/** Keeps a ServiceAccount {@code default} in each namespace. */
public final class DefaultServiceAccount implements Reconciler {

  public static final String COMPONENT = "serviceaccount-controller";

  private static final String NAME = "default";

  @Override
  public String name() {
    return COMPONENT;
  }

  @Override
  public Watches watches() {
    return Watches.of(Kinds.NAMESPACE)
        .and(
            Kinds.SERVICE_ACCOUNT,
            (change, view) -> change.isRemoval() && change.latest().name().equals(NAME)
                ? Stream.of(new ObjectKey(Kinds.NAMESPACE, "", change.latest().namespace()))
                : Stream.empty());
  }

  @Override
  public ReconcileResult reconcile(ObjectKey key, ClusterView view, ApiClient api) {
    boolean isKept = view.get(key).filter(found -> !Meta.isBeingDeleted(found)).isPresent();
    if (isKept && view.get(Kinds.SERVICE_ACCOUNT, key.name(), NAME).isEmpty()) {
      api.create(new Resource(Mapping.of(
          "apiVersion", Scalar.of("v1"),
          "kind", Scalar.of("ServiceAccount"),
          "metadata", Mapping.of("name", Scalar.of(NAME), "namespace", Scalar.of(key.name())))));
    }
    return ReconcileResult.done();
  }
}
