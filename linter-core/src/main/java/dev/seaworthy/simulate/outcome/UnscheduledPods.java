package dev.seaworthy.simulate.outcome;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Pod;
import java.util.ArrayList;
import java.util.List;

/** Pods that found no node, with the scheduler's reason, at the field that the reason is about. */
final class UnscheduledPods implements ProblemFinder {

  private static final String DEFAULT_SCHEDULER = "default-scheduler";
  private static final String PREEMPTION = " preemption: ";

  @Override
  public List<Diagnostic> find(Scene scene) {
    List<Diagnostic> found = new ArrayList<>();
    for (Scene.Pods pods : scene.pods()) {
      List<Pod> waiting = pods.all().stream()
          .filter(pod -> pod.nodeName().isEmpty() && !pod.isFinished())
          .toList();
      if (!waiting.isEmpty()) {
        found.add(tell(pods, waiting));
      }
    }
    return found;
  }

  private static Diagnostic tell(Scene.Pods pods, List<Pod> waiting) {
    // The last one is told: those before it may have been judged while there still was room.
    Node condition = Conditions.of(waiting.get(waiting.size() - 1).resource()).get("PodScheduled");
    String share = pods.share(waiting.size()) + (waiting.size() == 1 ? " waits" : " wait");
    Origin origin = pods.origin();
    if (waiting.get(0).resource().at("spec", "schedulingGates").size() > 0) {
      FieldPath gates = origin.podSpec().child("schedulingGates");
      return origin
          .tell(
              OutcomeCodes.GATED,
              Severity.WARNING,
              share + " for a scheduling gate to go",
              gates,
              "SchedulingGated")
          .withRemedy("whoever set the gate must remove it; in a scenario, the step ungate does");
    }
    String scheduler = waiting.get(0).resource().at("spec", "schedulerName").text();
    if (!scheduler.isEmpty() && !scheduler.equals(DEFAULT_SCHEDULER)) {
      return origin.tell(
          OutcomeCodes.NOT_PLAYED,
          Severity.WARNING,
          share + " for a node: the scheduler " + scheduler + " is not played",
          origin.podSpec().child("schedulerName"),
          "");
    }
    String why = withoutPreemption(condition.get("message").text());
    SchedulingHint hint = SchedulingHint.of(why, origin);
    return origin
        .tell(
            OutcomeCodes.UNSCHEDULABLE,
            Severity.ERROR,
            share + " for a node: " + why,
            hint.field(),
            "Unschedulable")
        .withRemedy(hint.remedy());
  }

  /** The first sentence of the message, without its full stop. */
  private static String withoutPreemption(String message) {
    int end = message.indexOf(PREEMPTION);
    String first = end < 0 ? message : message.substring(0, end);
    String told = first.isEmpty() ? "the scheduler has not tried it" : first;
    return told.endsWith(".") ? told.substring(0, told.length() - 1) : told;
  }
}
