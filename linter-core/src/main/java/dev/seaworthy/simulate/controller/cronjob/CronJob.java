package dev.seaworthy.simulate.controller.cronjob;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.ObjectView;
import dev.seaworthy.validate.format.CronSchedule;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** A CronJob, as its controller reads it. */
record CronJob(Resource resource) implements ObjectView {

  private static final String SCHEDULED = "batch.kubernetes.io/cronjob-scheduled-timestamp";
  private static final int MINUTE_SECONDS = 60;

  private Node spec(String field) {
    return resource.at("spec", field);
  }

  String schedule() {
    return spec("schedule").text();
  }

  String timeZone() {
    return spec("timeZone").text();
  }

  /** The time zone of its schedule, the control plane's where none is given; empty for an unknown one. */
  Optional<ZoneId> zone() {
    String name = timeZone();
    if (name.isEmpty()) {
      return Optional.of(ZoneOffset.UTC);
    }
    return CronSchedule.isZone(name) ? Optional.of(ZoneId.of(name)) : Optional.empty();
  }

  boolean isSuspended() {
    return spec("suspend").isTrue();
  }

  boolean forbidsConcurrency() {
    return spec("concurrencyPolicy").text().equals("Forbid");
  }

  boolean replacesConcurrent() {
    return spec("concurrencyPolicy").text().equals("Replace");
  }

  Optional<Long> successfulHistory() {
    return spec("successfulJobsHistoryLimit").asLong();
  }

  Optional<Long> failedHistory() {
    return spec("failedJobsHistoryLimit").asLong();
  }

  Optional<Instant> lastScheduled() {
    return resource.at("status", "lastScheduleTime").asString().map(VirtualClock::instant);
  }

  StartTimes startTimes(Schedule schedule, Instant now) {
    return new StartTimes(
        schedule,
        lastScheduled().orElseGet(() -> Meta.created(resource)),
        spec("startingDeadlineSeconds").asLong().map(Duration::ofSeconds),
        now);
  }

  /** One name for one time, so that no time has two Jobs. */
  String jobName(Instant time) {
    return resource.name() + "-" + time.getEpochSecond() / MINUTE_SECONDS;
  }

  /** The Job that starts at {@code time}. */
  Resource job(Instant time) {
    Node template = spec("jobTemplate");
    Mapping metadata = Mapping.of(
        "name", Scalar.of(jobName(time)),
        "namespace", Scalar.of(resource.namespace()),
        "ownerReferences", Sequence.of(List.of(Meta.controllerReference(resource))));
    for (String field : List.of("labels", "annotations")) {
      Node value = template.at("metadata", field);
      metadata = value.isAbsent() ? metadata : metadata.with(field, value);
    }
    return new Resource(Mapping.of(
            "apiVersion", Scalar.of("batch/v1"),
            "kind", Scalar.of("Job"),
            "metadata", metadata,
            "spec", template.get("spec")))
        .withAt(Scalar.of(written(time)), "metadata", "annotations", SCHEDULED);
  }

  private String written(Instant time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        time.atZone(zone().orElse(ZoneOffset.UTC)));
  }
}
