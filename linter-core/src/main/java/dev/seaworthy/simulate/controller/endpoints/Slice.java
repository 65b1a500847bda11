package dev.seaworthy.simulate.controller.endpoints;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An EndpointSlice in the making: up to a hundred endpoints with the same ports. */
final class Slice {

  /** As many as the endpoint slice controller puts into one, unless told otherwise. */
  static final int CAPACITY = 100;

  private final Map<ObjectKey, Node> endpoints = new LinkedHashMap<>();
  private Sequence ports;
  private boolean changed = true;

  /** Its key in the store; null while it has not been written. */
  @Nullable
  ObjectKey key;

  Slice(Sequence ports) {
    this.ports = ports;
  }

  Sequence ports() {
    return ports;
  }

  /** Uses an empty slice for endpoints with other ports. */
  void retarget(Sequence other) {
    changed |= !ports.equals(other);
    ports = other;
  }

  boolean isEmpty() {
    return endpoints.isEmpty();
  }

  int room() {
    return CAPACITY - endpoints.size();
  }

  boolean isChanged() {
    return changed;
  }

  void put(ObjectKey pod, Node endpoint) {
    Node before = endpoints.put(pod, endpoint);
    changed |= before == null || !before.sameAs(endpoint);
  }

  void remove(ObjectKey pod) {
    changed |= endpoints.remove(pod) != null;
  }

  void written() {
    changed = false;
  }

  Sequence endpoints() {
    return Sequence.of(List.copyOf(endpoints.values()));
  }
}
