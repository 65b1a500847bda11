package dev.seaworthy.simulate.controller.job;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Finalizers;
import dev.seaworthy.simulate.object.Job;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.store.Watch;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pods that Jobs still have to do with, from commit to commit: those that have not ended, and
 * those whose end is not counted. A Job of thousands of completions need not look at all that ended
 * long ago.
 */
final class JobPods implements Watch {

  private final Map<String, Map<String, Resource>> byJob = new HashMap<>();

  /** The pods of the Job of {@code uid}, in the order in which they came to it. */
  List<JobPod> of(String uid) {
    return byJob.getOrDefault(uid, Map.of()).values().stream().map(JobPod::of).toList();
  }

  @Override
  public void onChange(Change change) {
    if (!change.key().kind().equals(Kinds.POD)) {
      return;
    }
    Optional<String> before = change.before().flatMap(JobPods::job);
    Optional<String> after = change.after().filter(JobPods::matters).flatMap(JobPods::job);
    String uid = new Pod(change.latest()).uid();
    before.filter(job -> !after.equals(Optional.of(job))).ifPresent(job -> remove(job, uid));
    after.ifPresent(
        job -> byJob.computeIfAbsent(job, it -> new LinkedHashMap<>()).put(uid, change.latest()));
  }

  private void remove(String job, String uid) {
    Map<String, Resource> pods = byJob.getOrDefault(job, Map.of());
    if (pods.containsKey(uid)) {
      pods.remove(uid);
      if (pods.isEmpty()) {
        byJob.remove(job);
      }
    }
  }

  private static Optional<String> job(Resource pod) {
    return pod.controller()
        .filter(owner -> owner.get("kind").text().equals("Job"))
        .map(owner -> owner.get("uid"))
        .map(Node::text);
  }

  private static boolean matters(Resource pod) {
    return !new Pod(pod).isFinished() || Finalizers.has(pod, Job.TRACKING);
  }
}
