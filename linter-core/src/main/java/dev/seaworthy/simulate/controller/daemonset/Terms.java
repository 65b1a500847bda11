package dev.seaworthy.simulate.controller.daemonset;

import dev.seaworthy.simulate.controller.history.ControllerRevision;
import dev.seaworthy.simulate.object.DaemonSet;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.Pod;
import java.time.Instant;

/**
 * What the pods of a set are measured by.
 *
 * @param generation of the set: what it asks for can be different in another one
 * @param hash of the revision of the present template
 * @param templateGeneration the number of the present template; empty if nobody counted
 * @param surges whether a node may have its new pod beside the old one
 */
record Terms(
    long generation, String hash, String templateGeneration, long minReadySeconds, boolean surges) {

  static Terms of(DaemonSet set, String hash) {
    return new Terms(
        Meta.generation(set.resource()),
        hash,
        set.templateGeneration(),
        set.minReadySeconds(),
        set.surges());
  }

  /** Whether the pod is of the present template. */
  boolean isUpdated(Pod pod) {
    return hasHash(pod)
        || (!templateGeneration.isEmpty()
            && templateGeneration.equals(pod.labels().get(DaemonPod.TEMPLATE_GENERATION)));
  }

  boolean hasHash(Pod pod) {
    return hash.equals(pod.labels().get(ControllerRevision.HASH));
  }

  boolean isAvailable(Pod pod, Instant now) {
    return pod.isAvailable(minReadySeconds, now);
  }
}
