package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Job;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.server.Event;
import dev.seaworthy.simulate.store.Controllers;
import dev.seaworthy.simulate.store.Kinds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Jobs that have failed, do not run or do not end; of those of one CronJob the last. */
final class JobTroubles implements ProblemFinder {

  private static final FieldPath SPEC = FieldPath.of("spec");
  private static final String REFUSED = "FailedCreate";

  @Override
  public List<Diagnostic> find(Scene scene) {
    Map<ObjectKey, Diagnostic> found = new LinkedHashMap<>();
    for (Resource resource : scene.view().list(Kinds.JOB)) {
      Resource top = Controllers.topmost(resource, scene.view());
      trouble(new Job(resource), scene.origins().of(top), scene)
          .ifPresent(diagnostic -> found.put(ObjectKey.of(top), diagnostic));
    }
    return List.copyOf(found.values());
  }

  private static Optional<Diagnostic> trouble(Job job, Origin origin, Scene scene) {
    if (job.isFinished()) {
      return job.isComplete() ? Optional.empty() : Optional.of(failed(job, origin));
    }
    if (job.isSuspended()) {
      return Optional.of(origin.tell(
          OutcomeCodes.SUSPENDED,
          Severity.INFO,
          job.name() + " is suspended: it runs nothing until somebody resumes it",
          SPEC.child("suspend"),
          "JobSuspended"));
    }
    if (runs(job, scene)) {
      return Optional.of(unending(job, origin));
    }
    boolean isIdle = job.resource().at("status", "active").longOr(0) == 0;
    return isIdle
        ? scene.lastEvent(job.resource(), REFUSED::equals).map(event -> refused(event, origin))
        : Optional.empty();
  }

  /** Whether its pods are up; nothing here tells a program that it is done. */
  private static boolean runs(Job job, Scene scene) {
    return scene.view().ownedBy(job.uid(), Kinds.POD).stream()
        .map(Pod::new)
        .anyMatch(pod ->
            pod.isReady() && pod.resource().at("spec", "activeDeadlineSeconds").isAbsent());
  }

  private static Diagnostic unending(Job job, Origin origin) {
    List<FieldPath> containers = origin.containers();
    FieldPath place = containers.isEmpty() ? SPEC : containers.get(0).child("image");
    String image = origin.at(place).text();
    return origin
        .tell(
            OutcomeCodes.UNENDING,
            Severity.INFO,
            "Job " + job.name()
                + " runs; no program runs here, so when and how it ends is not known",
            place,
            "")
        .withRemedy("--image " + image + "=ends plays that it does its work, =fails that it fails");
  }

  private static Diagnostic failed(Job job, Origin origin) {
    Node end = job.end().orElseThrow();
    String message =
        "Job %s has failed: %s".formatted(job.name(), end.get("message").text());
    return origin.tell(
        OutcomeCodes.JOB_FAILED,
        Severity.ERROR,
        message,
        SPEC,
        end.get("reason").text());
  }

  private static Diagnostic refused(Event event, Origin origin) {
    return origin.tell(
        OutcomeCodes.REPLICAS_REFUSED,
        Severity.ERROR,
        event.regarding().name() + " never completes: the API server refuses its pods: "
            + event.message(),
        SPEC,
        REFUSED);
  }
}
