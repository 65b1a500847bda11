package dev.seaworthy.simulate.scenario;

import dev.seaworthy.api.GroupKind;
import java.util.Set;

/** Kinds whose objects a real cluster acts on by itself; all others only wait to be read. */
final class Idle {

  private static final Set<String> ACTING = Set.of(
      "StatefulSet.apps",
      "DaemonSet.apps",
      "Job.batch",
      "CronJob.batch",
      "HorizontalPodAutoscaler.autoscaling",
      "PodDisruptionBudget.policy",
      "PersistentVolumeClaim",
      "Service",
      "Ingress.networking.k8s.io");

  private Idle() {}

  static boolean wouldAct(GroupKind kind) {
    return ACTING.contains(kind.toString());
  }
}
