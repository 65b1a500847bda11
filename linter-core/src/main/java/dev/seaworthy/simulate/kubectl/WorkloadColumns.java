package dev.seaworthy.simulate.kubectl;

import static dev.seaworthy.simulate.kubectl.Column.at;
import static dev.seaworthy.simulate.kubectl.Column.count;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Job;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of pods and of what makes them. */
final class WorkloadColumns {

  private static final String UNKNOWN = "<unknown>";

  private WorkloadColumns() {}

  static Map<GroupKind, List<Column>> all() {
    List<Column> replicas = List.of(
        count("DESIRED", "spec", "replicas"),
        count("CURRENT", "status", "replicas"),
        count("READY", "status", "readyReplicas"),
        Column.AGE);
    return Map.of(
        Kinds.POD, PodColumns.all(),
        Kinds.REPLICA_SET, replicas,
        Kinds.REPLICATION_CONTROLLER, replicas,
        Kinds.DEPLOYMENT, deployment(),
        Kinds.STATEFUL_SET, List.of(new Column("READY", (set, sight) -> ready(set)), Column.AGE),
        Kinds.DAEMON_SET, daemonSet(),
        Kinds.JOB, job(),
        Kinds.CRON_JOB, cronJob(),
        Kinds.HORIZONTAL_POD_AUTOSCALER, autoscaler(),
        Kinds.POD_DISRUPTION_BUDGET, budget());
  }

  private static String ready(Resource workload) {
    return Column.text(workload, "0", "status", "readyReplicas")
        + "/"
        + Column.text(workload, "1", "spec", "replicas");
  }

  private static List<Column> deployment() {
    return List.of(
        new Column("READY", (deployment, sight) -> ready(deployment)),
        count("UP-TO-DATE", "status", "updatedReplicas"),
        count("AVAILABLE", "status", "availableReplicas"),
        Column.AGE);
  }

  private static List<Column> daemonSet() {
    return List.of(
        count("DESIRED", "status", "desiredNumberScheduled"),
        count("CURRENT", "status", "currentNumberScheduled"),
        count("READY", "status", "numberReady"),
        count("UP-TO-DATE", "status", "updatedNumberScheduled"),
        count("AVAILABLE", "status", "numberAvailable"),
        new Column(
            "NODE SELECTOR",
            (set, sight) -> Selections.labels(set.at("spec", "template", "spec", "nodeSelector"))),
        Column.AGE);
  }

  private static List<Column> job() {
    return List.of(
        new Column("STATUS", (job, sight) -> status(job)),
        new Column("COMPLETIONS", (job, sight) -> completions(job)),
        new Column("DURATION", (job, sight) -> duration(job, sight.now())),
        Column.AGE);
  }

  private static String status(Resource job) {
    Conditions conditions = Conditions.of(job);
    for (String word : List.of("Complete", "Failed")) {
      if (conditions.isTrue(word)) {
        return word;
      }
    }
    if (job.at("metadata", "deletionTimestamp").isPresent()) {
      return "Terminating";
    }
    if (conditions.isTrue("Suspended")) {
      return "Suspended";
    }
    return conditions.isTrue("FailureTarget")
        ? "FailureTarget"
        : conditions.isTrue("SuccessCriteriaMet") ? "SuccessCriteriaMet" : "Running";
  }

  private static String completions(Resource job) {
    String done = Column.text(job, "0", "status", "succeeded");
    Node wanted = job.at("spec", "completions");
    if (wanted.isPresent()) {
      return done + "/" + wanted.longOr(0);
    }
    long parallelism = job.at("spec", "parallelism").longOr(1);
    return done + (parallelism > 1 ? "/1 of " + parallelism : "/1");
  }

  private static String duration(Resource resource, Instant now) {
    Optional<String> start = resource.at("status", "startTime").asString();
    if (start.isEmpty()) {
      return "";
    }
    Optional<Node> end = new Job(resource).end();
    Instant until = resource
        .at("status", "completionTime")
        .asString()
        .or(() -> end.flatMap(it -> it.get("lastTransitionTime").asString()))
        .map(VirtualClock::instant)
        .orElse(now);
    return Ages.of(Duration.between(VirtualClock.instant(start.get()), until));
  }

  private static List<Column> cronJob() {
    return List.of(
        at("SCHEDULE", "", "spec", "schedule"),
        at("TIMEZONE", Column.NONE, "spec", "timeZone"),
        new Column(
            "SUSPEND", (cron, sight) -> cron.at("spec", "suspend").isTrue() ? "True" : "False"),
        new Column(
            "ACTIVE",
            (cron, sight) -> Integer.toString(cron.at("status", "active").size())),
        new Column("LAST SCHEDULE", (cron, sight) -> {
          String age = Ages.since(cron.at("status", "lastScheduleTime"), sight.now());
          return age.equals(UNKNOWN) ? Column.NONE : age;
        }),
        Column.AGE);
  }

  private static List<Column> autoscaler() {
    return List.of(
        new Column(
            "REFERENCE",
            (hpa, sight) -> hpa.at("spec", "scaleTargetRef", "kind").text()
                + "/"
                + hpa.at("spec", "scaleTargetRef", "name").text()),
        new Column("TARGETS", (hpa, sight) -> MetricTargets.of(hpa)),
        at("MINPODS", "<unset>", "spec", "minReplicas"),
        count("MAXPODS", "spec", "maxReplicas"),
        count("REPLICAS", "status", "currentReplicas"),
        Column.AGE);
  }

  private static List<Column> budget() {
    return List.of(
        at("MIN AVAILABLE", "N/A", "spec", "minAvailable"),
        at("MAX UNAVAILABLE", "N/A", "spec", "maxUnavailable"),
        count("ALLOWED DISRUPTIONS", "status", "disruptionsAllowed"),
        Column.AGE);
  }
}
