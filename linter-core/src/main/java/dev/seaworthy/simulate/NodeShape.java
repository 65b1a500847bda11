package dev.seaworthy.simulate;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.object.Amounts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a node offers.
 *
 * @param cpu a quantity such as {@code 4} or {@code 500m}
 * @param memory a quantity such as {@code 8Gi}
 * @param pods how many pods it takes
 * @param labels besides those that every node carries (hostname, os, arch; of the latter two also the
 *     old names, which kubelets still set)
 * @param taints in the form {@code key=value:Effect} or {@code key:Effect}
 * @param extended further resources by name, such as {@code example.com/gpu}; also
 *     {@code ephemeral-storage}, if it is not to be 100 GiB
 */
public record NodeShape(
    String cpu,
    String memory,
    int pods,
    Map<String, String> labels,
    List<String> taints,
    Map<String, String> extended) {

  /** A disk that holds images, logs and scratch data of pods. */
  private static final String DISK = "100Gi";

  /** Four processors, 8 GiB of memory, 110 pods. */
  public static final NodeShape USUAL =
      new NodeShape("4", "8Gi", 110, Map.of(), List.of(), Map.of());

  public NodeShape {
    labels = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    taints = List.copyOf(taints);
    extended = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(extended));
  }

  public NodeShape labelled(Map<String, String> more) {
    return new NodeShape(cpu, memory, pods, more, taints, extended);
  }

  /** What it offers of cpu and memory. */
  public Amounts amounts() {
    return Amounts.of(Mapping.of("cpu", Scalar.of(cpu), "memory", Scalar.of(memory)));
  }

  /** The node object with which a kubelet of this shape registers. */
  public Resource register(String name, String podRange) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("kubernetes.io/hostname", name);
    for (String prefix : List.of("kubernetes.io/", "beta.kubernetes.io/")) {
      all.put(prefix + "os", "linux");
      all.put(prefix + "arch", "amd64");
    }
    all.putAll(labels);
    Map<String, String> capacity = new LinkedHashMap<>();
    capacity.put("cpu", cpu);
    capacity.put("memory", memory);
    capacity.put("ephemeral-storage", DISK);
    capacity.put("pods", Integer.toString(pods));
    capacity.putAll(extended);
    Resource node = new Resource(Mapping.of(
            "apiVersion", Scalar.of("v1"),
            "kind", Scalar.of("Node"),
            "metadata", Mapping.of("name", Scalar.of(name))))
        .with("metadata.labels", Mapping.ofStrings(all))
        .with("spec.podCIDR", Scalar.of(podRange))
        .with("status.capacity", Mapping.ofStrings(capacity))
        .with("status.allocatable", Mapping.ofStrings(capacity));
    return taints.isEmpty()
        ? node
        : node.with(
            "spec.taints", Sequence.of(taints.stream().map(NodeShape::taint).toList()));
  }

  /** A node as another cluster has it, without what its own control plane noted there. */
  public static Resource joining(Resource node, String podRange) {
    Node labels = node.at("metadata", "labels");
    Node capacity = node.at("status", "capacity");
    Node allocatable = node.at("status", "allocatable");
    List<Node> taints = node.at("spec", "taints").items().stream()
        .filter(taint -> !taint.get("key").text().startsWith("node.kubernetes.io/"))
        .toList();
    Resource joining = new Resource(Mapping.of(
            "apiVersion", Scalar.of("v1"),
            "kind", Scalar.of("Node"),
            "metadata", Mapping.of("name", node.at("metadata", "name"))))
        .with("metadata.labels", labels.isMapping() ? labels : Mapping.EMPTY)
        .with("spec.podCIDR", Scalar.of(podRange))
        .with("status.capacity", capacity.isAbsent() ? allocatable : capacity)
        .with("status.allocatable", allocatable.isAbsent() ? capacity : allocatable);
    if (node.at("status", "nodeInfo").isPresent()) {
      joining = joining.with("status.nodeInfo", node.at("status", "nodeInfo"));
    }
    if (node.at("spec", "unschedulable").isTrue()) {
      joining = joining.with("spec.unschedulable", Scalar.of(true));
    }
    return taints.isEmpty() ? joining : joining.with("spec.taints", Sequence.of(taints));
  }

  /** A taint written as {@code kubectl taint} takes it. */
  public static Node taint(String text) {
    int colon = text.lastIndexOf(':');
    String effect = colon < 0 ? "" : text.substring(colon + 1);
    String rest = colon < 0 ? text : text.substring(0, colon);
    int equals = rest.indexOf('=');
    Mapping taint = Mapping.of(
        "key", Scalar.of(equals < 0 ? rest : rest.substring(0, equals)),
        "effect", Scalar.of(effect));
    return equals < 0 ? taint : taint.with("value", Scalar.of(rest.substring(equals + 1)));
  }
}
