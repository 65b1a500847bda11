package dev.seaworthy.simulate.scheduler;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.clock.EventQueue;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.scheduler.framework.NodeInfo;
import dev.seaworthy.simulate.scheduler.framework.PodInfo;
import dev.seaworthy.simulate.scheduler.framework.PodSignatures;
import dev.seaworthy.simulate.scheduler.framework.Snapshot;

/** The scheduling cycle of one pod, from the choice of a node to what follows from it. */
final class SchedulingCycle {

  private final EventQueue queue;
  private final Snapshot snapshot;
  private final PodSignatures signatures;
  private final SchedulingQueue waiting;
  private final Nominations nominations;
  private final SchedulingAlgorithm algorithm;
  private final DefaultPreemption preemption;
  private final VolumeBinder binder;
  private final ApiDispatcher outcome;

  SchedulingCycle(
      EventQueue queue,
      Snapshot snapshot,
      PodSignatures signatures,
      SchedulingQueue waiting,
      Nominations nominations,
      SchedulingAlgorithm algorithm,
      DefaultPreemption preemption,
      VolumeBinder binder,
      ApiDispatcher outcome) {
    this.queue = queue;
    this.snapshot = snapshot;
    this.signatures = signatures;
    this.waiting = waiting;
    this.nominations = nominations;
    this.algorithm = algorithm;
    this.preemption = preemption;
    this.binder = binder;
    this.outcome = outcome;
  }

  /** Has the pod bound to the best node, or tells why there is none and makes room if it may. */
  void schedule(Pod pod) {
    Resource resource = pod.resource();
    PodInfo info = new PodInfo(Meta.uid(resource), resource, signatures.of(resource), false);
    NodeInfo node = algorithm.schedule(info);
    if (node == null) {
      reject(pod, info);
    } else if (binder.mustWait(info, node) || outcome.bind(pod, node.name())) {
      snapshot.assume(info, node);
      nominations.remove(info.uid());
      waiting.forget(ObjectKey.of(resource));
    }
  }

  private void reject(Pod pod, PodInfo info) {
    Diagnosis diagnosis = algorithm.diagnose(info);
    ObjectKey key = ObjectKey.of(pod.resource());
    waiting.addUnschedulable(key, info.signature(), diagnosis.plugins(), queue.now());
    if (diagnosis.nodes() == 0) {
      outcome.unschedulable(pod, diagnosis.message(), "");
      return;
    }
    DefaultPreemption.Result result = preemption.postFilter(info, diagnosis);
    if (result.candidate().isPresent()) {
      preempt(pod, info, diagnosis, result.candidate().get());
      return;
    }
    String nominated = "";
    if (result.waits()) {
      nominated = nominations.nodeOf(info.uid()).orElse("");
    } else if (!nominations.remove(info.uid())) {
      algorithm.remember(info, diagnosis);
    }
    outcome.unschedulable(pod, diagnosis.message() + " " + result.message(), nominated);
  }

  private void preempt(
      Pod pod, PodInfo info, Diagnosis diagnosis, DefaultPreemption.Candidate candidate) {
    String node = candidate.node().name();
    nominations.add(info, node);
    outcome.unschedulable(pod, diagnosis.message() + " " + candidate.message(), node);
    for (PodInfo other : nominations.behind(info, node)) {
      nominations.remove(other.uid());
      outcome.clearNomination(other);
    }
    candidate.victims().forEach(victim -> outcome.evict(victim, pod, node));
  }
}
