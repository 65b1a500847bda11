package dev.seaworthy.simulate.controller.endpoints;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.controller.ReconcileResult;
import dev.seaworthy.simulate.controller.Reconciler;
import dev.seaworthy.simulate.controller.Watches;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps the EndpointSlices of a Service, and the older Endpoints object, to the pods behind it. */
public final class EndpointsReconciler implements Reconciler {

  private final Map<ObjectKey, ServiceEndpoints> services = new HashMap<>();

  @Override
  public String name() {
    return "endpoints";
  }

  /** One sync writes several objects; what changes meanwhile goes into the next one. */
  @Override
  public Duration latency(ObjectKey key, ClusterView view) {
    return Duration.ofMillis(20);
  }

  @Override
  public Watches watches() {
    return Watches.of(Kinds.SERVICE).and(Kinds.POD, this::servicesOf);
  }

  private Stream<ObjectKey> servicesOf(Change change, ClusterView view) {
    return Stream.of(change.before(), change.after())
        .flatMap(Optional::stream)
        .map(Resource::labels)
        .distinct()
        .flatMap(labels -> view.selecting(Kinds.SERVICE, change.key().namespace(), labels).stream())
        .map(service -> touched(service, change.key()));
  }

  private ObjectKey touched(Resource service, ObjectKey pod) {
    of(service).touch(pod);
    return ObjectKey.of(service);
  }

  /** What is known of {@code service}; of one that was deleted and made anew nothing. */
  private ServiceEndpoints of(Resource service) {
    String uid = Meta.uid(service);
    return services.compute(
        ObjectKey.of(service),
        (key, known) -> known != null && known.isOf(uid) ? known : new ServiceEndpoints(uid));
  }

  @Override
  public ReconcileResult reconcile(ObjectKey key, ClusterView view, ApiClient api) {
    Optional<Resource> found = view.get(key);
    if (found.isEmpty()) {
      services.remove(key);
      view.get(Kinds.ENDPOINTS, key.namespace(), key.name()).ifPresent(api::delete);
      return ReconcileResult.done();
    }
    Resource service = found.get();
    boolean external = service.at("spec", "type").text().equals("ExternalName");
    if (!external && !service.strings("spec", "selector").isEmpty()) {
      of(service).sync(service, view, api);
    }
    return ReconcileResult.done();
  }
}
