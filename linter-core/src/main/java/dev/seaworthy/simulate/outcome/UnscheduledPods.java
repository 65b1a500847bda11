package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.scheduler.Scheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Pods that found no node, with the scheduler's reason, at the field that the reason is about. */
final class UnscheduledPods implements ProblemFinder {

  private final Supplier<String> otherNodes;

  /** {@code otherNodes} says how to try it on others; empty where the nodes are given, not assumed. */
  UnscheduledPods(Supplier<String> otherNodes) {
    this.otherNodes = otherNodes;
  }

  @Override
  public List<Diagnostic> find(Scene scene) {
    List<Diagnostic> found = new ArrayList<>();
    for (Scene.Pods pods : scene.pods()) {
      List<Pod> waiting = pods.all().stream()
          .filter(pod -> pod.nodeName().isEmpty() && !pod.isFinished())
          .toList();
      if (!waiting.isEmpty()) {
        found.add(tell(pods, waiting, scene));
      }
    }
    return found;
  }

  private Diagnostic tell(Scene.Pods pods, List<Pod> waiting, Scene scene) {
    // The last one is told: those before it may have been judged while there still was room.
    Resource last = waiting.get(waiting.size() - 1).resource();
    if (last.at("spec", "schedulingGates").size() > 0) {
      return gated(pods, waiting.size());
    }
    String scheduler = last.at("spec", "schedulerName").text();
    if (!scheduler.isEmpty() && !scheduler.equals(Scheduler.NAME)) {
      return pods.origin()
          .tell(
              OutcomeCodes.NOT_PLAYED,
              Severity.WARNING,
              pods.workload().name() + " waits for the scheduler " + scheduler
                  + ", which is not played",
              pods.origin().podSpec().child("schedulerName"),
              "");
    }
    return unschedulable(pods, waiting.size(), last, scene);
  }

  /** Other nodes are of no use where a claim is what is missing. */
  private String otherNodes(String told) {
    return told.contains("ersistent") ? "" : otherNodes.get();
  }

  private static Diagnostic gated(Scene.Pods pods, int count) {
    return pods.origin()
        .tell(
            OutcomeCodes.GATED,
            Severity.ERROR,
            pods.lead(count) + pods.share(count) + (count == 1 ? " waits" : " wait")
                + " for a scheduling gate to go",
            pods.origin().podSpec().child("schedulingGates"),
            "SchedulingGated")
        .withRemedy("whoever set the gate must remove it; in a scenario, the step ungate does");
  }

  private Diagnostic unschedulable(Scene.Pods pods, int count, Resource last, Scene scene) {
    String told = WhyPending.withoutPreemption(
        Conditions.of(last).get("PodScheduled").get("message").text());
    WhyPending why = new WhyPending(scene.cluster(), last);
    SchedulingHint hint = SchedulingHint.of(told, pods.origin());
    String share = pods.share(count);
    String words = why.words(share, count == 1);
    String message = words.isEmpty()
        ? share + (count == 1 ? " waits" : " wait") + " for a node: " + told
        : words;
    Diagnostic diagnostic = pods.origin()
        .tell(
            OutcomeCodes.UNSCHEDULABLE,
            Severity.ERROR,
            pods.lead(count) + message,
            hint.field(),
            "Unschedulable")
        .withRemedy(why.remedy().orElse(hint.remedy()) + otherNodes(told));
    return words.isEmpty()
        ? diagnostic
        : diagnostic.withRelated(
            List.of(new Diagnostic.Related(diagnostic.place(), "the scheduler says: " + told)));
  }
}
