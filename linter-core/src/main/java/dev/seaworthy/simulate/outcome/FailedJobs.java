package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Job;
import dev.seaworthy.simulate.store.Kinds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Jobs that have failed; of those of one CronJob the last. */
final class FailedJobs implements ProblemFinder {

  private static final FieldPath SPEC = FieldPath.of("spec");

  @Override
  public List<Diagnostic> find(Scene scene) {
    Map<ObjectKey, Diagnostic> found = new LinkedHashMap<>();
    for (Resource resource : scene.view().list(Kinds.JOB)) {
      Job job = new Job(resource);
      if (job.isFinished() && !job.isComplete()) {
        Resource top = Controllers.topmost(resource, scene.view());
        found.put(ObjectKey.of(top), tell(job, scene.origins().of(top)));
      }
    }
    return List.copyOf(found.values());
  }

  private static Diagnostic tell(Job job, Origin origin) {
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
}
