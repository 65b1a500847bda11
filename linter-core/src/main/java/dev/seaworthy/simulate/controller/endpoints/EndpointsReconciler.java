package dev.seaworthy.simulate.controller.endpoints;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.controller.Outcome;
import dev.seaworthy.simulate.controller.Reconciler;
import dev.seaworthy.simulate.controller.Watches;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.object.Selectors;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.store.ObjectKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps the EndpointSlices of a Service, and the older Endpoints object, to the pods behind it. */
public final class EndpointsReconciler implements Reconciler {

  private static final String SERVICE_NAME = "kubernetes.io/service-name";

  @Override
  public String name() {
    return "endpoints";
  }

  @Override
  public Watches watches() {
    return Watches.of(Kinds.SERVICE).and(Kinds.POD, EndpointsReconciler::servicesOf);
  }

  private static Stream<ObjectKey> servicesOf(Change change, ClusterView view) {
    return Stream.of(change.before(), change.after())
        .flatMap(Optional::stream)
        .map(Resource::labels)
        .distinct()
        .flatMap(labels -> view.selecting(Kinds.SERVICE, change.key().namespace(), labels).stream())
        .map(ObjectKey::of);
  }

  @Override
  public Outcome reconcile(ObjectKey key, ClusterView view, ApiClient api) {
    Optional<Resource> found = view.get(key);
    if (found.isEmpty()) {
      view.get(Kinds.ENDPOINTS, key.namespace(), key.name()).ifPresent(api::delete);
      return Outcome.done();
    }
    Resource service = found.get();
    boolean external = service.at("spec", "type").text().equals("ExternalName");
    if (external || service.strings("spec", "selector").isEmpty()) {
      return Outcome.done();
    }
    List<Pod> pods = view.select(Kinds.POD, key.namespace(), Selectors.of(service)).stream()
        .map(Pod::new)
        .filter(pod -> !pod.isFinished())
        .filter(pod -> pod.resource().at("status", "podIP").isPresent())
        .toList();
    writeSlices(service, slices(service, pods), view, api);
    write(endpoints(service, pods), Kinds.ENDPOINTS, view, api);
    return Outcome.done();
  }

  /** The endpoints of each set of ports; one without endpoints if there are no pods. */
  private static Map<Sequence, List<Node>> slices(Resource service, List<Pod> pods) {
    Map<Sequence, List<Node>> slices = new LinkedHashMap<>();
    for (Pod pod : pods) {
      slices
          .computeIfAbsent(ServicePorts.on(pod, service), ports -> new ArrayList<>())
          .add(endpoint(pod, service));
    }
    if (slices.isEmpty()) {
      slices.put(Sequence.EMPTY, List.of());
    }
    return slices;
  }

  private static Node endpoint(Pod pod, Resource service) {
    boolean always = service.at("spec", "publishNotReadyAddresses").isTrue();
    boolean leaving = pod.isBeingDeleted();
    Map<String, Node> endpoint = new LinkedHashMap<>();
    endpoint.put("addresses", Sequence.of(List.of(pod.resource().at("status", "podIP"))));
    endpoint.put(
        "conditions",
        Mapping.of(
            "ready", Scalar.of(always || (pod.isReady() && !leaving)),
            "serving", Scalar.of(pod.isReady()),
            "terminating", Scalar.of(leaving)));
    pod.nodeName().ifPresent(node -> endpoint.put("nodeName", Scalar.of(node)));
    endpoint.put("targetRef", reference(pod));
    return Mapping.of(endpoint);
  }

  private static Mapping reference(Pod pod) {
    return Mapping.of(
        "kind", Scalar.of("Pod"),
        "namespace", Scalar.of(pod.namespace()),
        "name", Scalar.of(pod.name()),
        "uid", Scalar.of(pod.uid()));
  }

  private static void writeSlices(
      Resource service, Map<Sequence, List<Node>> wanted, ClusterView view, ApiClient api) {
    List<Resource> unused = new ArrayList<>(view.ownedBy(Meta.uid(service), Kinds.ENDPOINT_SLICE));
    wanted.forEach((ports, endpoints) -> {
      Optional<Resource> fitting = unused.stream()
          .filter(slice -> slice.at("ports").sameAs(ports) || wanted.size() == 1)
          .findFirst();
      fitting.ifPresent(unused::remove);
      Resource base = fitting.orElseGet(() -> newSlice(service));
      Resource slice = base.with("ports", ports).with("endpoints", Sequence.of(endpoints));
      if (fitting.isEmpty()) {
        api.create(slice);
      } else if (!slice.root().sameAs(base.root())) {
        api.update(slice);
      }
    });
    unused.forEach(api::delete);
  }

  private static Resource newSlice(Resource service) {
    return new Resource(Mapping.of(
            "apiVersion", Scalar.of("discovery.k8s.io/v1"),
            "kind", Scalar.of("EndpointSlice"),
            "metadata",
                Mapping.of(
                    "generateName", Scalar.of(service.name() + "-"),
                    "namespace", Scalar.of(service.namespace()),
                    "labels", Mapping.of(SERVICE_NAME, Scalar.of(service.name())),
                    "ownerReferences", Sequence.of(List.of(Meta.controllerReference(service))))))
        .with("addressType", Scalar.of("IPv4"));
  }

  private static Resource endpoints(Resource service, List<Pod> pods) {
    Map<Sequence, List<Pod>> byPorts = new LinkedHashMap<>();
    boolean wantsPorts = service.at("spec", "ports").size() > 0;
    for (Pod pod : pods) {
      Sequence ports = ServicePorts.on(pod, service);
      if (!pod.isBeingDeleted() && !(wantsPorts && ports.size() == 0)) {
        byPorts.computeIfAbsent(ports, it -> new ArrayList<>()).add(pod);
      }
    }
    List<Node> subsets = new ArrayList<>();
    byPorts.forEach((ports, members) -> subsets.add(subset(service, ports, members)));
    Resource endpoints = new Resource(Mapping.of(
        "apiVersion", Scalar.of("v1"),
        "kind", Scalar.of("Endpoints"),
        "metadata",
            Mapping.of(
                "name", Scalar.of(service.name()),
                "namespace", Scalar.of(service.namespace()))));
    return endpoints.with("subsets", Sequence.of(subsets));
  }

  private static Node subset(Resource service, Sequence ports, List<Pod> pods) {
    boolean always = service.at("spec", "publishNotReadyAddresses").isTrue();
    Map<String, Node> subset = new LinkedHashMap<>();
    putAddresses(
        subset, "addresses", pods.stream().filter(p -> always || p.isReady()).toList());
    putAddresses(
        subset,
        "notReadyAddresses",
        pods.stream().filter(p -> !always && !p.isReady()).toList());
    subset.put("ports", ports);
    return Mapping.of(subset);
  }

  private static void putAddresses(Map<String, Node> subset, String field, List<Pod> pods) {
    if (!pods.isEmpty()) {
      subset.put(
          field,
          Sequence.of(pods.stream()
              .map(pod -> Mapping.of(
                  "ip", pod.resource().at("status", "podIP"), "targetRef", reference(pod)))
              .toList()));
    }
  }

  private static void write(Resource wanted, GroupKind kind, ClusterView view, ApiClient api) {
    Optional<Resource> present = view.get(kind, wanted.namespace(), wanted.name());
    if (present.isEmpty()) {
      api.create(wanted);
    } else if (!present.get().at("subsets").sameAs(wanted.at("subsets"))) {
      api.update(present.get().with("subsets", wanted.at("subsets")));
    }
  }
}
