package dev.seaworthy.simulate.controller.rootcacertpublisher;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.controller.NamespaceObject;
import dev.seaworthy.simulate.controller.ReconcileResult;
import dev.seaworthy.simulate.controller.Reconciler;
import dev.seaworthy.simulate.controller.Watches;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.Optional;

/**
 * Keeps a ConfigMap {@code kube-root-ca.crt} in each namespace. There is no certificate in it: nobody
 * here has one.
 */
public final class RootCertificates implements Reconciler {

  public static final String COMPONENT = "root-ca-certificate-publisher-controller";

  private static final NamespaceObject CERTIFICATE =
      new NamespaceObject(Kinds.CONFIG_MAP, "kube-root-ca.crt");

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
        .and(Kinds.CONFIG_MAP, (change, view) -> CERTIFICATE.namespaceOf(change));
  }

  @Override
  public ReconcileResult reconcile(ObjectKey key, ClusterView view, ApiClient api) {
    if (CERTIFICATE.belongsTo(key, view)) {
      Optional<Resource> stored = CERTIFICATE.find(key, view);
      if (stored.isEmpty()) {
        api.create(CERTIFICATE.made(key).with("data", DATA));
      } else if (!stored.get().at("data").sameAs(DATA)) {
        api.update(stored.get().with("data", DATA));
      }
    }
    return ReconcileResult.done();
  }
}
