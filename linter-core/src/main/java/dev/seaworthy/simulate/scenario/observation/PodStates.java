package dev.seaworthy.simulate.scenario.observation;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.object.Job;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The pods of a story, in groups of those that are alike. */
final class PodStates {

  private static final Set<String> HASHES =
      Set.of("pod-template-hash", "controller-revision-hash", "pod-template-generation");
  private static final Set<String> UIDS =
      Set.of("controller-uid", "batch.kubernetes.io/controller-uid");
  private static final Set<String> JOB_NAMES = Set.of("job-name", "batch.kubernetes.io/job-name");
  private static final Set<String> TOPOLOGY =
      Set.of("topology.kubernetes.io/zone", "topology.kubernetes.io/region");

  private final ClusterView view;
  private final String namespace;
  private final Identities identities;

  PodStates(ClusterView view, String namespace, Identities identities) {
    this.view = view;
    this.namespace = namespace;
    this.identities = identities;
  }

  /** The groups in the order of their text, each with its count. */
  List<Mapping> groups() {
    Map<String, Mapping> groups = new TreeMap<>();
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Resource pod : view.list(Kinds.POD, namespace)) {
      Mapping state = describe(pod);
      groups.putIfAbsent(state.toJson(), state);
      counts.merge(state.toJson(), 1, Integer::sum);
    }
    List<Mapping> states = new ArrayList<>();
    groups.forEach(
        (text, state) -> states.add(state.with("count", Scalar.of(counts.getOrDefault(text, 0)))));
    return states;
  }

  private Mapping describe(Resource pod) {
    Fields fields = new Fields();
    identity(pod, fields);
    boolean scheduled = pod.at("spec", "nodeName").isPresent();
    fields
        .put("phase", pod.at("status", "phase").text())
        .put("ready", ConditionStates.isTrue(pod, "Ready"))
        .put("scheduled", scheduled)
        .putFlag("hasIP", pod.at("status", "podIP").isPresent())
        .putFlag("deleting", pod.at("metadata", "deletionTimestamp").isPresent())
        .putList("finalizers", pod.at("metadata", "finalizers").items())
        .put("labels", labels(pod, scheduled))
        .putList(
            "gates",
            pod.at("spec", "schedulingGates").items().stream()
                .map(gate -> gate.get("name"))
                .toList())
        .putText("reason", pod.at("status", "reason").text());
    long priority = pod.at("spec", "priority").longOr(0);
    fields
        .putIf(priority != 0, "priority", Scalar.of(priority))
        .putList("containers", containers(pod));
    conditions(pod, scheduled, fields);
    return fields.build();
  }

  private void identity(Resource pod, Fields fields) {
    Identities.Origin origin = identities.origin(pod);
    String owner = identities.ownerOf(pod);
    boolean hasAnother = !origin.owner().equals(owner) && !origin.owner().equals(Identities.NONE);
    fields
        .put("owner", owner)
        .putIf(hasAnother, "was", Scalar.of(origin.owner()))
        .putIf(origin.isNamed(), "name", Scalar.of(pod.name()));
    String index = pod.annotations().getOrDefault(Job.COMPLETION_INDEX, "");
    if (index.matches("\\d{1,9}")) {
      fields.put("index", Integer.parseInt(index));
    }
    revision(pod).ifPresent(number -> fields.put("revision", number));
  }

  /** The number of the ControllerRevision that a pod of a StatefulSet or DaemonSet was made from. */
  private Optional<Long> revision(Resource pod) {
    String hash = pod.labels().getOrDefault("controller-revision-hash", "");
    Optional<Node> owner = pod.controller();
    if (hash.isEmpty() || owner.isEmpty()) {
      return Optional.empty();
    }
    return view.ownedBy(owner.get().get("uid").text(), Kinds.CONTROLLER_REVISION).stream()
        .filter(revision -> revision.name().equals(hash) || revision.name().endsWith("-" + hash))
        .findFirst()
        .flatMap(revision -> revision.at("revision").asLong());
  }

  private Mapping labels(Resource pod, boolean scheduled) {
    Map<String, String> shown = new TreeMap<>();
    pod.labels().forEach((key, value) -> shown.put(key, label(pod, key, value, scheduled)));
    return Mapping.ofStrings(shown);
  }

  private String label(Resource pod, String key, String value, boolean scheduled) {
    if (HASHES.contains(key)) {
      return "<hash>";
    }
    if (UIDS.contains(key)) {
      return "<uid>";
    }
    if (TOPOLOGY.contains(key) && scheduled) {
      return "<of its node>";
    }
    String owner = identities.ownerOf(pod);
    return JOB_NAMES.contains(key) && owner.startsWith("Job/") && owner.endsWith("<time>")
        ? owner.substring("Job/".length())
        : value;
  }

  private static List<Mapping> containers(Resource pod) {
    List<Mapping> states = new ArrayList<>();
    for (Node container : pod.at("spec", "containers").items()) {
      states.add(container(container, statusOf(pod, container.get("name").text())));
    }
    return states;
  }

  private static Node statusOf(Resource pod, String container) {
    for (Node status : pod.at("status", "containerStatuses").items()) {
      if (status.get("name").text().equals(container)) {
        return status;
      }
    }
    return Absent.INSTANCE;
  }

  private static Mapping container(Node container, Node status) {
    Fields fields = new Fields()
        .put("name", container.get("name").text())
        .put("image", container.get("image").text());
    String state = status.get("state").entries().stream()
        .map(Mapping.Entry::key)
        .findFirst()
        .orElse("none");
    Node details = status.at("state", state);
    long restarts = status.get("restartCount").longOr(0);
    return fields
        .put("state", state)
        .putText("reason", details.get("reason").text())
        .putIf(
            state.equals("terminated"),
            "exitCode",
            Scalar.of(details.get("exitCode").longOr(0)))
        .putIf(restarts > 0, "restarts", Scalar.of(restarts))
        .build();
  }

  private static void conditions(Resource pod, boolean scheduled, Fields fields) {
    Node ready = ConditionStates.find(pod, "Ready");
    if (!ready.get("status").text().equals("True")) {
      fields.putText("notReadyBecause", ready.get("reason").text());
    }
    Node bound = ConditionStates.find(pod, "PodScheduled");
    if (!scheduled && bound.get("status").text().equals("False")) {
      fields.put(
          "unschedulable",
          new Fields()
              .put("reason", bound.get("reason").text())
              .put("message", bound.get("message").text())
              .build());
    }
    Node disruption = ConditionStates.find(pod, "DisruptionTarget");
    if (disruption.get("status").text().equals("True")) {
      fields.putText("disruption", disruption.get("reason").text());
    }
  }
}
