package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.simulate.object.Job;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.List;

/** Workloads that ask for more pods than are played one by one. */
final class PodsLeftOut implements ProblemFinder {

  private static final FieldPath REPLICAS = FieldPath.of("spec", "replicas");
  private static final FieldPath PARALLELISM = FieldPath.of("spec", "parallelism");
  private static final FieldPath SCHEDULE = FieldPath.of("spec", "schedule");

  @Override
  public List<Diagnostic> find(Scene scene) {
    List<Diagnostic> found = new ArrayList<>();
    if (scene.cluster().ownedPods().room() > 0) {
      return found;
    }
    for (Resource workload : scene.workloads()) {
      if (workload.groupKind().equals(Kinds.CRON_JOB)) {
        if (!workload.at("spec", "suspend").isTrue()) {
          found.add(noMoreJobs(scene.origins().of(workload), workload));
        }
        continue;
      }
      Scene.Pods played = scene.groups().get(ObjectKey.of(workload));
      List<Pod> pods = played == null ? List.of() : played.all();
      long desired = desired(workload);
      if (desired > pods.size()) {
        found.add(tell(scene.origins().of(workload), desired, pods, field(workload)));
      }
    }
    return found;
  }

  /** A Job wants as many as may work side by side, and no more than still have to succeed. */
  private static long desired(Resource workload) {
    if (!workload.groupKind().equals(Kinds.JOB)) {
      return WorkloadState.of(workload).desired();
    }
    Job job = new Job(workload);
    if (job.isFinished() || job.isSuspended()) {
      return 0;
    }
    long succeeded = workload.at("status", "succeeded").longOr(0);
    return job.completions()
        .map(wanted -> Math.min(job.parallelism(), wanted - succeeded))
        .orElse(succeeded > 0 ? 0 : job.parallelism());
  }

  private static FieldPath field(Resource workload) {
    return workload.groupKind().equals(Kinds.JOB) ? PARALLELISM : REPLICAS;
  }

  private static Diagnostic noMoreJobs(Origin origin, Resource cronJob) {
    int running = cronJob.at("status", "active").items().size();
    return origin
        .tell(
            OutcomeCodes.POD_LIMIT,
            Severity.WARNING,
            "%s starts no more Jobs here: no more pods are played, and %d of its Jobs have not ended"
                .formatted(cronJob.name(), running),
            SCHEDULE,
            "")
        .withRemedy("say when its Jobs end with --image IMAGE=ends, or play a shorter time, or more"
            + " --nodes and --max-pods");
  }

  private static Diagnostic tell(Origin origin, long desired, List<Pod> pods, FieldPath field) {
    long placed = pods.stream().filter(pod -> pod.nodeName().isPresent()).count();
    // They are all alike: where one of them waits for room, those that come later do, too.
    String others = placed < pods.size()
        ? "they do not fit: %d have a node, the other %d wait".formatted(placed, desired - placed)
        : "what becomes of the other %d is not known".formatted(desired - pods.size());
    return origin
        .tell(
            OutcomeCodes.POD_LIMIT,
            Severity.ERROR,
            "%d pods are asked for, of which %d are played; %s"
                .formatted(desired, pods.size(), others),
            field,
            "")
        .withRemedy("ask for fewer pods, or try it with more --nodes, and --max-pods");
  }
}
