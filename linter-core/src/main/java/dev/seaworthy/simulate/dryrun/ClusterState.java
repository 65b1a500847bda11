package dev.seaworthy.simulate.dryrun;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.NodeShape;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.outcome.PodState;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The nodes of a real cluster with what runs on them, as {@code kubectl get nodes,pods -A -o yaml}
 * prints it. Of the pods stays what the scheduler looks at: what they ask for, their labels, ports,
 * affinity and priority. What their volumes and settings come from is not asked: they run.
 *
 * @param nodes the nodes, in the order written
 * @param pods the pods that have one of these nodes and have not ended
 */
public record ClusterState(List<Resource> nodes, List<Resource> pods) {

  private static final List<String> KEPT_OF_SPEC = List.of(
      "affinity",
      "hostNetwork",
      "overhead",
      "resources",
      "terminationGracePeriodSeconds",
      "tolerations",
      "topologySpreadConstraints");

  private static final List<String> KEPT_OF_CONTAINER =
      List.of("name", "image", "ports", "resources", "restartPolicy");

  /** Any will do: addresses are given when nodes join. */
  private static final String POD_RANGE = "10.0.1.0/24";

  public ClusterState {
    nodes = List.copyOf(nodes);
    pods = List.copyOf(pods);
  }

  /** Picks nodes and pods from what was printed. */
  public static ClusterState of(List<Resource> objects) {
    List<Resource> nodes =
        objects.stream().filter(object -> object.groupKind().equals(Kinds.NODE)).toList();
    List<String> names = nodes.stream().map(Resource::name).toList();
    List<Resource> pods = objects.stream()
        .filter(object -> object.groupKind().equals(Kinds.POD))
        .filter(pod -> new Pod(pod).nodeName().filter(names::contains).isPresent())
        .filter(pod -> !new Pod(pod).isFinished())
        .toList();
    return new ClusterState(nodes, pods);
  }

  /** A node of the file as it joins. */
  public static Resource joining(Resource node) {
    return NodeShape.joining(node, POD_RANGE);
  }

  List<String> nodeNames() {
    return nodes.stream().map(Resource::name).toList();
  }

  /** Makes the cluster what the state says, and gives its pods time to start. */
  void play(Cluster cluster) {
    nodes.forEach(cluster::addNode);
    namespaces().forEach(name -> cluster.api().create(object("v1", "Namespace", name)));
    classes()
        .forEach((name, value) -> cluster
            .api()
            .create(object("scheduling.k8s.io/v1", "PriorityClass", name).with("value", value)));
    pods.forEach(pod -> take(pod, cluster.api()));
    cluster.advance(Duration.ofSeconds(5));
    nodes.stream()
        .filter(node -> !Conditions.of(node).get("Ready").isAbsent())
        .filter(node -> !Conditions.of(node).isTrue("Ready"))
        .forEach(node -> cluster.failNode(node.name()));
  }

  /** It is where it is, whether or not it would be sent or let there today. */
  private static void take(Resource pod, ApiClient api) {
    api.create(reduced(pod))
        .object()
        .ifPresent(made -> api.bind(made, pod.at("spec", "nodeName").text()));
  }

  private Set<String> namespaces() {
    Set<String> names = new LinkedHashSet<>();
    pods.forEach(pod -> names.add(pod.namespace()));
    return names;
  }

  private Map<String, Node> classes() {
    Map<String, Node> classes = new LinkedHashMap<>();
    for (Resource pod : pods) {
      String name = pod.at("spec", "priorityClassName").text();
      if (!name.isEmpty() && !name.startsWith("system-")) {
        classes.put(name, pod.at("spec", "priority"));
      }
    }
    return classes;
  }

  private static Resource object(String apiVersion, String kind, String name) {
    return new Resource(Mapping.of(
        "apiVersion", Scalar.of(apiVersion),
        "kind", Scalar.of(kind),
        "metadata", Mapping.of("name", Scalar.of(name))));
  }

  private static Resource reduced(Resource pod) {
    Map<String, Node> spec = new LinkedHashMap<>();
    KEPT_OF_SPEC.forEach(field -> keep(field, pod.at("spec"), spec));
    if (!pod.at("spec", "priorityClassName").text().startsWith("system-")) {
      keep("priorityClassName", pod.at("spec"), spec);
    }
    spec.put("containers", containers(pod.at("spec", "containers")));
    return object("v1", "Pod", pod.name())
        .with("metadata.namespace", Scalar.of(pod.namespace()))
        .with("metadata.labels", labels(pod))
        .with("spec", Mapping.of(spec));
  }

  private static Mapping labels(Resource pod) {
    Map<String, String> labels = new LinkedHashMap<>(pod.labels());
    labels.put(PodState.STATE_BEFORE, "");
    return Mapping.ofStrings(labels);
  }

  private static Node containers(Node containers) {
    List<Node> reduced = new ArrayList<>();
    for (Node container : containers.items()) {
      Map<String, Node> kept = new LinkedHashMap<>();
      KEPT_OF_CONTAINER.forEach(field -> keep(field, container, kept));
      reduced.add(Mapping.of(kept));
    }
    return Sequence.of(reduced);
  }

  private static void keep(String field, Node from, Map<String, Node> to) {
    if (from.get(field).isPresent()) {
      to.put(field, from.get(field));
    }
  }
}
