package dev.seaworthy.simulate.controller.rootcacertpublisher;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.controller.ReconcileResult;
import dev.seaworthy.simulate.controller.Reconciler;
import dev.seaworthy.simulate.controller.Watches;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.Optional;

/**
 * Keeps a ConfigMap {@code kube-root-ca.crt} in each namespace. There is no certificate in it: nobody
 * here has one.
 */
public final class RootCertificates implements Reconciler {

  public static final String COMPONENT = "root-ca-certificate-publisher-controller";

  private static final String NAME = "kube-root-ca.crt";

  private static final Mapping DATA = Mapping.of(
      "ca.crt",
      Scalar.of("-----BEGIN CERTIFICATE-----\nnone in a dry-run\n-----END CERTIFICATE-----\n"));

  @Override
  public String name() {
    return COMPONENT;
  }

  @Override
  public Watches watches() {
    return Watches.of(Kinds.NAMESPACE)
        .and(Kinds.CONFIG_MAP, (change, view) -> namespaceOf(change).stream());
  }

  private static Optional<ObjectKey> namespaceOf(Change change) {
    Resource changed = change.latest();
    return changed.name().equals(NAME)
        ? Optional.of(new ObjectKey(Kinds.NAMESPACE, "", changed.namespace()))
        : Optional.empty();
  }

  @Override
  public ReconcileResult reconcile(ObjectKey key, ClusterView view, ApiClient api) {
    boolean isKept = view.get(key).filter(found -> !Meta.isBeingDeleted(found)).isPresent();
    Optional<Resource> stored = view.get(Kinds.CONFIG_MAP, key.name(), NAME);
    if (isKept && stored.isEmpty()) {
      api.create(made(key.name()));
    } else if (isKept && !stored.get().at("data").sameAs(DATA)) {
      api.update(stored.get().with("data", DATA));
    }
    return ReconcileResult.done();
  }

  private static Resource made(String namespace) {
    return new Resource(Mapping.of(
            "apiVersion", Scalar.of("v1"),
            "kind", Scalar.of("ConfigMap"),
            "metadata", Mapping.of("name", Scalar.of(NAME), "namespace", Scalar.of(namespace))))
        .with("data", DATA);
  }
}
