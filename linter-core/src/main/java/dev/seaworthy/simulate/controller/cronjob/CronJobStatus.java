package dev.seaworthy.simulate.controller.cronjob;

import static java.util.stream.Collectors.toSet;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.object.Meta;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The status of a CronJob in the making. Immutable. */
record CronJobStatus(Mapping fields) {

  private static final String ACTIVE = "active";
  private static final String LAST_SUCCESS = "lastSuccessfulTime";

  static CronJobStatus of(CronJob cronJob) {
    return new CronJobStatus(
        cronJob.resource().at("status") instanceof Mapping status ? status : Mapping.EMPTY);
  }

  Resource in(Resource cronJob) {
    return cronJob.withAt(fields, "status").without("metadata", "resourceVersion");
  }

  /** References to the Jobs that it counts as running. */
  List<Node> active() {
    return fields.get(ACTIVE).items();
  }

  /** The UIDs of these Jobs. */
  Set<String> activeUids() {
    return active().stream().map(reference -> reference.get("uid").text()).collect(toSet());
  }

  boolean hasActiveNamed(String name) {
    return active().stream().anyMatch(reference -> reference.get("name").text().equals(name));
  }

  CronJobStatus without(String uid) {
    List<Node> left = active().stream()
        .filter(reference -> !reference.get("uid").text().equals(uid))
        .toList();
    return new CronJobStatus(
        left.isEmpty() ? fields.without(ACTIVE) : fields.with(ACTIVE, Sequence.of(left)));
  }

  CronJobStatus started(Resource job, Instant time) {
    List<Node> active = new ArrayList<>(active());
    active.add(Mapping.of(
        "kind", Scalar.of("Job"),
        "namespace", Scalar.of(job.namespace()),
        "name", Scalar.of(job.name()),
        "uid", Scalar.of(Meta.uid(job)),
        "apiVersion", Scalar.of("batch/v1"),
        "resourceVersion", job.at("metadata", "resourceVersion")));
    return new CronJobStatus(fields
        .with(ACTIVE, Sequence.of(active))
        .with("lastScheduleTime", Scalar.of(VirtualClock.timestamp(time))));
  }

  /** After the success of {@code job}, unless a later one is known. */
  CronJobStatus succeeded(Resource job) {
    String completed = job.at("status", "completionTime").text();
    String known = fields.get(LAST_SUCCESS).text();
    boolean isNews = !completed.isEmpty()
        && (known.isEmpty()
            || VirtualClock.instant(completed).isAfter(VirtualClock.instant(known)));
    return isNews ? new CronJobStatus(fields.with(LAST_SUCCESS, Scalar.of(completed))) : this;
  }
}
