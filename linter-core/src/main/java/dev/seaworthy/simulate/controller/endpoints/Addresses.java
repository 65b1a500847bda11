package dev.seaworthy.simulate.controller.endpoints;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The older Endpoints object of one Service: all addresses in one, but no more than a thousand, those
 * of ready pods first; an annotation then says that some are missing.
 */
final class Addresses {

  private static final int CAPACITY = 1000;
  private static final String OVER_CAPACITY = "endpoints.kubernetes.io/over-capacity";

  private final Map<Sequence, Subset> subsets = new LinkedHashMap<>();
  private final Map<ObjectKey, Sequence> places = new HashMap<>();

  /** Addresses with the same ports. */
  private static final class Subset {
    private final Map<ObjectKey, Node> ready = new LinkedHashMap<>();
    private final Map<ObjectKey, Node> notReady = new LinkedHashMap<>();

    private void remove(ObjectKey pod) {
      ready.remove(pod);
      notReady.remove(pod);
    }

    private boolean isEmpty() {
      return ready.isEmpty() && notReady.isEmpty();
    }
  }

  /** Takes note of what a pod is for the Service now; empty if it is nothing any more. */
  void set(ObjectKey pod, Optional<Member> member, boolean wantsPorts) {
    Sequence former = places.remove(pod);
    if (former != null) {
      Subset subset = subsets.get(former);
      if (subset != null) {
        subset.remove(pod);
        if (subset.isEmpty()) {
          subsets.remove(former);
        }
      }
    }
    member
        .filter(it -> it.isAlwaysReady() || !it.pod().isBeingDeleted())
        .filter(it -> !wantsPorts || it.ports().size() > 0)
        .ifPresent(it -> add(pod, it));
  }

  private void add(ObjectKey pod, Member member) {
    Subset subset = subsets.computeIfAbsent(member.ports(), ports -> new Subset());
    boolean isReady = member.isAlwaysReady() || member.pod().isReady();
    (isReady ? subset.ready : subset.notReady).put(pod, member.address());
    places.put(pod, member.ports());
  }

  /** Writes the object, if it changes. */
  void write(Resource service, ApiClient api) {
    Sequence wanted = toNode();
    Optional<Resource> present =
        api.view().get(Kinds.ENDPOINTS, service.namespace(), service.name());
    Resource base = present.orElseGet(() -> new Resource(Mapping.of(
        "apiVersion", Scalar.of("v1"),
        "kind", Scalar.of("Endpoints"),
        "metadata",
            Mapping.of(
                "name", Scalar.of(service.name()),
                "namespace", Scalar.of(service.namespace())))));
    Resource endpoints = marked(base.withAt(wanted, "subsets"));
    if (present.isEmpty()) {
      api.create(endpoints);
    } else if (!endpoints.root().sameAs(base.root())) {
      api.update(endpoints);
    }
  }

  private Resource marked(Resource endpoints) {
    if (places.size() > CAPACITY) {
      return endpoints.withAt(Scalar.of("truncated"), "metadata", "annotations", OVER_CAPACITY);
    }
    return endpoints.annotations().containsKey(OVER_CAPACITY)
        ? endpoints.without("metadata", "annotations", OVER_CAPACITY)
        : endpoints;
  }

  private Sequence toNode() {
    int left = CAPACITY;
    List<Node> nodes = new ArrayList<>();
    for (Map.Entry<Sequence, Subset> entry : subsets.entrySet()) {
      Subset subset = entry.getValue();
      List<Node> ready = subset.ready.values().stream().limit(left).toList();
      left -= ready.size();
      List<Node> notReady = subset.notReady.values().stream().limit(left).toList();
      left -= notReady.size();
      Map<String, Node> node = new LinkedHashMap<>();
      putUnlessEmpty(node, "addresses", ready);
      putUnlessEmpty(node, "notReadyAddresses", notReady);
      node.put("ports", entry.getKey());
      nodes.add(Mapping.of(node));
    }
    return Sequence.of(nodes);
  }

  private static void putUnlessEmpty(Map<String, Node> node, String field, List<Node> items) {
    if (!items.isEmpty()) {
      node.put(field, Sequence.of(items));
    }
  }
}
