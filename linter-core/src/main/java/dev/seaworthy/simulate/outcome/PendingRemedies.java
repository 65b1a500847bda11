package dev.seaworthy.simulate.outcome;

import dev.seaworthy.simulate.scheduler.Objection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What would give a pod a node. Only what somebody can do is proposed: a lost node takes nobody. */
record PendingRemedies(Demands demands) {

  /** @param cost how much is to be changed, to name the smallest change */
  private record Remedy(long cost, String text) {}

  /** The least that one of the nodes needs; empty if words can't say. */
  Optional<String> least(List<Objection> objections) {
    List<Objection> living = objections.stream()
        .filter(objection -> !demands.isLost(objection.node()))
        .toList();
    if (living.isEmpty() && !objections.isEmpty()) {
      return Optional.of("have nodes that are ready: none is");
    }
    return living.stream()
        .filter(objection -> objection.reasons().size() == 1)
        .map(objection -> remedy(objection.node(), objection.reasons().get(0)))
        .flatMap(Optional::stream)
        .min(Comparator.comparingLong(Remedy::cost))
        .map(Remedy::text);
  }

  private Optional<Remedy> remedy(String node, String reason) {
    if (reason.startsWith(ObjectionWords.INSUFFICIENT)) {
      return Optional.of(room(node, reason.substring(ObjectionWords.INSUFFICIENT.length())));
    }
    if (reason.contains("unschedulable")) {
      return Optional.of(new Remedy(1, "it fits on " + node + " after kubectl uncordon " + node));
    }
    if (reason.contains("taint")) {
      String taint = String.join(", ", demands.untolerated(List.of(node)));
      return Optional.of(new Remedy(2, "it fits on " + node + " if it tolerates " + taint));
    }
    if (reason.contains("node affinity/selector") && demands.hasNodeSelector()) {
      String labels = demands.missingLabels(List.of(node));
      return Optional.of(new Remedy(3, "it fits on " + node + " if that gets " + labels));
    }
    return Optional.empty();
  }

  private Remedy room(String node, String resource) {
    long wanted = demands.asked(resource);
    long free = Math.max(0, demands.free(node, resource));
    long has = demands.allocatable(node).get(resource);
    // Whoever asks for nothing of it at all is no longer the same program.
    String less = free == 0 ? "" : "ask for at most " + AmountWords.of(resource, free) + ", or ";
    String text = wanted > has
        ? less + "have a node of " + AmountWords.of(resource, wanted)
        : "it fits on " + node + " if " + AmountWords.of(resource, wanted - free)
            + " more are free there; or " + less + "have one node more";
    return new Remedy(4 + wanted - free, text);
  }
}
