package dev.seaworthy.simulate.controller.endpointslicemirroring;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.controller.ReconcileResult;
import dev.seaworthy.simulate.controller.Reconciler;
import dev.seaworthy.simulate.controller.Watches;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Mirrors the Endpoints of a Service without a selector in EndpointSlices, which is what nodes read.
 * Endpoints that were kept from pods before the selector was taken away are mirrored, too.
 */
public final class MirrorReconciler implements Reconciler {

  private static final String SERVICE_NAME = "kubernetes.io/service-name";
  private static final String MANAGED_BY = "endpointslice.kubernetes.io/managed-by";
  private static final String MANAGER = "endpointslicemirroring-controller.k8s.io";
  private static final String SKIP = "endpointslice.kubernetes.io/skip-mirror";
  private static final String LEADER = "control-plane.alpha.kubernetes.io/leader";

  @Override
  public String name() {
    return "endpointslice-mirroring";
  }

  @Override
  public Watches watches() {
    return Watches.of(Kinds.ENDPOINTS)
        .and(
            Kinds.SERVICE,
            (change, view) -> Stream.of(new ObjectKey(
                Kinds.ENDPOINTS, change.key().namespace(), change.key().name())));
  }

  @Override
  public ReconcileResult reconcile(ObjectKey key, ClusterView view, ApiClient api) {
    Optional<Resource> mirrored = view.get(key)
        .filter(MirrorReconciler::isMirrored)
        .filter(endpoints -> isOfServiceWithoutSelector(key, view));
    List<Resource> spare = new ArrayList<>(slices(key, view));
    mirrored.ifPresent(endpoints ->
        Mirror.of(endpoints).forEach((group, all) -> write(endpoints, group, all, spare, api)));
    spare.forEach(api::delete);
    return ReconcileResult.done();
  }

  private static boolean isMirrored(Resource endpoints) {
    return !"true".equals(endpoints.labels().get(SKIP))
        && !endpoints.annotations().containsKey(LEADER);
  }

  private static boolean isOfServiceWithoutSelector(ObjectKey key, ClusterView view) {
    return view.get(Kinds.SERVICE, key.namespace(), key.name())
        .filter(service -> service.strings("spec", "selector").isEmpty())
        .isPresent();
  }

  private static List<Resource> slices(ObjectKey key, ClusterView view) {
    return view.select(
        Kinds.ENDPOINT_SLICE,
        key.namespace(),
        LabelSelector.parse(SERVICE_NAME + "=" + key.name() + "," + MANAGED_BY + "=" + MANAGER));
  }

  /** Uses the slice that is there for such endpoints, if there is one, and takes it from the spare. */
  private static void write(
      Resource endpoints, Mirror.Group group, Sequence all, List<Resource> spare, ApiClient api) {
    Optional<Resource> known = spare.stream().filter(group::isOf).findFirst();
    known.ifPresent(spare::remove);
    if (known.isEmpty()) {
      api.create(newSlice(endpoints, group).withAt(all, "endpoints"));
    } else if (!known.get().at("endpoints").sameAs(all)) {
      api.update(known.get().withAt(all, "endpoints"));
    }
  }

  private static Resource newSlice(Resource endpoints, Mirror.Group group) {
    return new Resource(Mapping.of(
        "apiVersion", Scalar.of("discovery.k8s.io/v1"),
        "kind", Scalar.of("EndpointSlice"),
        "metadata",
            Mapping.of(
                "generateName", Scalar.of(endpoints.name() + "-"),
                "namespace", Scalar.of(endpoints.namespace()),
                "labels",
                    Mapping.of(
                        SERVICE_NAME, Scalar.of(endpoints.name()),
                        MANAGED_BY, Scalar.of(MANAGER)),
                "ownerReferences", Sequence.of(List.of(Meta.controllerReference(endpoints)))),
        "addressType", Scalar.of(group.addressType()),
        "ports", group.ports()));
  }
}
