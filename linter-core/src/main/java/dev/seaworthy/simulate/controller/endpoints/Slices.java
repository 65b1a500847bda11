package dev.seaworthy.simulate.controller.endpoints;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.server.Deletion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The EndpointSlices of one Service. A pod's change touches the slice that the pod is in; new
 * endpoints go first to slices that are written anyhow, then to the fullest one that takes them all,
 * then to new ones, as the endpoint slice controller has it, so that few slices change.
 */
final class Slices {

  private static final String SERVICE_NAME = "kubernetes.io/service-name";

  private final List<Slice> slices = new ArrayList<>();
  private final Map<ObjectKey, Slice> places = new HashMap<>();
  private final Map<Sequence, Map<ObjectKey, Node>> waiting = new LinkedHashMap<>();

  /** Takes note of what a pod is for the Service now; empty if it is nothing any more. */
  void set(ObjectKey pod, Optional<Member> member) {
    Slice place = places.get(pod);
    boolean stays =
        place != null && member.map(it -> it.ports().equals(place.ports())).orElse(false);
    if (place != null && !stays) {
      place.remove(pod);
      places.remove(pod);
    }
    if (place != null && stays) {
      place.put(pod, member.orElseThrow().endpoint());
    } else if (member.isPresent()) {
      waiting
          .computeIfAbsent(member.get().ports(), ports -> new LinkedHashMap<>())
          .put(pod, member.get().endpoint());
    }
  }

  /** Writes what has changed. */
  void write(Resource service, ApiClient api) {
    waiting.forEach(this::place);
    waiting.clear();
    if (places.isEmpty()) {
      empty(Sequence.EMPTY);
    }
    for (Slice slice : slices) {
      if (slice.isChanged() && !isSpare(slice)) {
        write(slice, service, api);
      }
    }
    removeSpare(api);
  }

  private void place(Sequence ports, Map<ObjectKey, Node> endpoints) {
    Map<ObjectKey, Node> left = new LinkedHashMap<>(endpoints);
    for (Slice slice : slices) {
      if (slice.isChanged() && !slice.isEmpty() && slice.ports().equals(ports)) {
        fill(slice, left);
      }
    }
    while (!left.isEmpty()) {
      fill(sliceFor(ports, left.size()), left);
    }
  }

  private void fill(Slice slice, Map<ObjectKey, Node> left) {
    Iterator<Map.Entry<ObjectKey, Node>> next = left.entrySet().iterator();
    while (slice.room() > 0 && next.hasNext()) {
      Map.Entry<ObjectKey, Node> endpoint = next.next();
      slice.put(endpoint.getKey(), endpoint.getValue());
      places.put(endpoint.getKey(), slice);
      next.remove();
    }
  }

  private Slice sliceFor(Sequence ports, int count) {
    Optional<Slice> fullest = slices.stream()
        .filter(slice -> !slice.isEmpty() && slice.ports().equals(ports) && slice.room() >= count)
        .min(Comparator.comparingInt(Slice::room));
    return fullest.orElseGet(() -> empty(ports));
  }

  private Slice empty(Sequence ports) {
    Optional<Slice> unused = slices.stream().filter(Slice::isEmpty).findFirst();
    unused.ifPresent(slice -> slice.retarget(ports));
    return unused.orElseGet(() -> {
      Slice made = new Slice(ports);
      slices.add(made);
      return made;
    });
  }

  /** An empty slice is kept only where there is no other: it tells that there are no endpoints. */
  private boolean isSpare(Slice slice) {
    return slice.isEmpty() && (!places.isEmpty() || slice != slices.get(0));
  }

  private void removeSpare(ApiClient api) {
    List<Slice> spare = slices.stream().filter(this::isSpare).toList();
    slices.removeAll(spare);
    for (Slice slice : spare) {
      if (slice.key != null) {
        api.delete(slice.key, Deletion.NORMAL);
      }
    }
  }

  private static void write(Slice slice, Resource service, ApiClient api) {
    slice.written();
    ObjectKey key = slice.key;
    Optional<Resource> stored = key == null ? Optional.empty() : api.view().get(key);
    Resource wanted = stored
        .orElseGet(() -> newSlice(service))
        .withAt(slice.ports(), "ports")
        .withAt(slice.endpoints(), "endpoints");
    Optional<Resource> written =
        stored.isPresent() ? api.update(wanted).object() : api.create(wanted).object();
    written.map(ObjectKey::of).ifPresent(it -> slice.key = it);
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
                "ownerReferences", Sequence.of(List.of(Meta.controllerReference(service)))),
        "addressType", Scalar.of("IPv4")));
  }
}
