package dev.seaworthy.simulate.scenario.observation;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.scenario.language.Target;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The workloads of a story, and the ReplicaSets that Deployments hold. */
final class WorkloadStates {

  static final String REVISION = "deployment.kubernetes.io/revision";

  private static final List<GroupKind> KINDS = List.of(
      Kinds.CRON_JOB,
      Kinds.DAEMON_SET,
      Kinds.DEPLOYMENT,
      Kinds.JOB,
      Kinds.REPLICA_SET,
      Kinds.REPLICATION_CONTROLLER,
      Kinds.STATEFUL_SET);

  /** Numbers in a status that count nothing. */
  private static final Set<String> NO_COUNTS = Set.of("observedGeneration", "collisionCount");

  private final ClusterView view;
  private final String namespace;
  private final Identities identities;

  WorkloadStates(ClusterView view, String namespace, Identities identities) {
    this.view = view;
    this.namespace = namespace;
    this.identities = identities;
  }

  List<Mapping> workloads() {
    List<Mapping> states = new ArrayList<>();
    for (GroupKind kind : KINDS) {
      view.list(kind, namespace).stream()
          .filter(object -> !isHeldByDeployment(object))
          .sorted(Comparator.comparing(Resource::name))
          .map(this::workload)
          .forEach(states::add);
    }
    return states;
  }

  private static boolean isHeldByDeployment(Resource object) {
    return object.groupKind().equals(Kinds.REPLICA_SET)
        && object
            .controller()
            .filter(o -> o.get("kind").text().equals("Deployment"))
            .isPresent();
  }

  private Mapping workload(Resource object) {
    Fields fields =
        new Fields().put("kind", object.kind()).put("name", identities.shownName(object));
    Node spec = object.at("spec");
    switch (object.kind()) {
      case "Job" -> job(object, fields);
      case "CronJob" ->
        fields
            .put("active", object.at("status", "active").size())
            .put("suspend", spec.get("suspend").isTrue())
            .put("scheduled", object.at("status", "lastScheduleTime").isPresent());
      case "DaemonSet" -> {}
      default ->
        fields
            .put("replicas", spec.get("replicas").longOr(1))
            .putFlag("paused", spec.get("paused").isTrue());
    }
    long generation = object.at("metadata", "generation").longOr(0);
    fields.put("generation", generation);
    if (!object.kind().endsWith("Job")) {
      fields.put("observed", object.at("status", "observedGeneration").longOr(0) >= generation);
    }
    fields.put("status", counts(object.at("status")));
    fields.putList("conditions", ConditionStates.all(object, text -> withoutGeneratedNames(text)));
    revisions(object, fields);
    return fields
        .putFlag("deleting", object.at("metadata", "deletionTimestamp").isPresent())
        .build();
  }

  private static void job(Resource job, Fields fields) {
    Node spec = job.at("spec");
    fields.put("parallelism", spec.get("parallelism").longOr(1));
    spec.get("completions").asLong().ifPresent(count -> fields.put("completions", count));
    fields
        .put("suspend", spec.get("suspend").isTrue())
        .put("started", job.at("status", "startTime").isPresent())
        .put("completed", job.at("status", "completionTime").isPresent());
  }

  private static Mapping counts(Node status) {
    Fields counts = new Fields();
    for (Mapping.Entry entry : status.entries()) {
      boolean isCount = entry.value().longOr(0) != 0 && !NO_COUNTS.contains(entry.key());
      boolean isIndexes = entry.key().endsWith("Indexes") && entry.value().isString();
      counts.putIf(isCount || isIndexes, entry.key(), entry.value());
    }
    return counts.build();
  }

  private void revisions(Resource object, Fields fields) {
    revision(object).ifPresent(number -> fields.put("revision", number));
    if (object.groupKind().equals(Kinds.STATEFUL_SET)) {
      for (String field : List.of("currentRevision", "updateRevision")) {
        revisionNumber(object.at("status", field).text())
            .ifPresent(number -> fields.put(field, number));
      }
    }
  }

  /** The number that a Deployment's revision or one of its ReplicaSets carries. */
  private static Optional<Long> revision(Resource object) {
    String text = object.annotations().getOrDefault(REVISION, "");
    return text.matches("\\d{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }

  private Optional<Long> revisionNumber(String name) {
    return view.get(Kinds.CONTROLLER_REVISION, namespace, name)
        .flatMap(revision -> revision.at("revision").asLong());
  }

  /** The ReplicaSets of Deployments, by owner, then revision. */
  List<Mapping> replicaSets() {
    return view.list(Kinds.REPLICA_SET, namespace).stream()
        .filter(WorkloadStates::isHeldByDeployment)
        .sorted(Comparator.comparing((Resource set) -> owner(set).toString())
            .thenComparing(set -> revision(set).orElse(0L)))
        .map(this::replicaSet)
        .toList();
  }

  private Target owner(Resource replicaSet) {
    return identities.replicaSet(replicaSet).orElseThrow().deployment();
  }

  private Mapping replicaSet(Resource set) {
    Fields fields = new Fields()
        .put("owner", owner(set).toString())
        .put("nth", identities.replicaSet(set).orElseThrow().nth());
    revision(set).ifPresent(number -> fields.put("revision", number));
    Node status = set.at("status");
    long terminating = status.get("terminatingReplicas").longOr(0);
    return fields
        .putStrings("images", images(set.at("spec", "template", "spec", "containers")))
        .put("desired", set.at("spec", "replicas").longOr(1))
        .put("current", status.get("replicas").longOr(0))
        .put("ready", status.get("readyReplicas").longOr(0))
        .put("available", status.get("availableReplicas").longOr(0))
        .putIf(terminating > 0, "terminating", status.get("terminatingReplicas"))
        .putList("conditions", ConditionStates.withoutMessages(set))
        .putText(
            "revisionHistory",
            set.annotations().getOrDefault("deployment.kubernetes.io/revision-history", ""))
        .putFlag("deleting", set.at("metadata", "deletionTimestamp").isPresent())
        .build();
  }

  private static List<String> images(Node containers) {
    return containers.items().stream().map(c -> c.get("image").text()).toList();
  }

  /** Pods named in a message become {@code <Pod of web>}: their names differ from run to run. */
  private String withoutGeneratedNames(String message) {
    String shown = message;
    for (GroupKind kind : List.of(Kinds.REPLICA_SET, Kinds.JOB, Kinds.DAEMON_SET)) {
      for (Resource owner : view.list(kind, namespace)) {
        String workload =
            identities.replicaSet(owner).map(set -> set.deployment().name()).orElse(owner.name());
        String prefix = "(?<![\\w-])" + Pattern.quote(owner.name()) + "-";
        shown = shown
            .replaceAll(prefix + "[a-z0-9]+(?![\\w-])", "<Pod of " + workload + ">")
            .replaceAll(prefix + "(?![\\w-])", "<" + owner.kind() + " of " + workload + ">-");
      }
    }
    return shown.replaceAll("(?<![\\w-])" + Pattern.quote(namespace) + "(?![\\w-])", "<namespace>");
  }

  /** The ControllerRevisions by owner, each with its numbers in order. */
  List<Mapping> controllerRevisions() {
    Map<String, Set<Long>> byOwner = new TreeMap<>();
    for (Resource revision : view.list(Kinds.CONTROLLER_REVISION, namespace)) {
      byOwner
          .computeIfAbsent(identities.ownerOf(revision), owner -> new TreeSet<>())
          .add(revision.at("revision").longOr(0));
    }
    List<Mapping> states = new ArrayList<>();
    byOwner.forEach((owner, numbers) -> states.add(new Fields()
        .put("owner", owner)
        .putList("revisions", numbers.stream().map(Scalar::of).toList())
        .build()));
    return states;
  }
}
