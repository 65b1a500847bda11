package dev.seaworthy.simulate.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The scheduler's reasons against nodes, in words that say what lies behind them. */
record ObjectionWords(Demands demands) {

  static final String INSUFFICIENT = "Insufficient ";

  private static final Pattern MISSING_CLAIM =
      Pattern.compile("persistentvolumeclaim \"([^\"]*)\" not found");

  /** So many nodes are named; of more it is said how many there are. */
  private static final int NAMED = 3;

  /** Why {@code nodes}, all for the same {@code reason}, do not take the pod. */
  String phrase(String reason, List<String> nodes) {
    if (reason.startsWith(INSUFFICIENT)) {
      String resource = reason.substring(INSUFFICIENT.length());
      long largest = demands.largest(nodes, resource);
      if (largest == 0) {
        return verb(nodes, "has", "have") + " no " + resource;
      }
      if (demands.asked(resource) > largest) {
        return verb(nodes, "has", "have") + " no more than " + AmountWords.of(resource, largest)
            + " in all, " + AmountWords.bare(resource, demands.asked(resource)) + " asked for";
      }
      String best = demands.mostFree(nodes, resource);
      String left = AmountWords.of(resource, Math.max(0, demands.free(best, resource)));
      return (nodes.size() == 1 ? best + " has " + left : named(nodes) + " have at most " + left)
          + " left of the "
          + AmountWords.bare(resource, demands.asked(resource)) + " asked for";
    }
    if (reason.contains("node affinity/selector")) {
      return verb(nodes, "lacks", "lack") + " " + demands.missingLabels(nodes);
    }
    if (reason.contains("taint")) {
      return ofTaints(nodes);
    }
    if (reason.contains("unschedulable")) {
      return verb(nodes, "is", "are") + " cordoned";
    }
    if (reason.contains("Too many pods")) {
      return verb(nodes, "has", "have") + " as many pods as "
          + (nodes.size() == 1 ? "it takes" : "they take");
    }
    if (reason.contains("free ports")) {
      return "on " + named(nodes) + " another pod has its host port";
    }
    return ofVolumes(reason)
        .or(() -> known(reason).map(words -> "on " + named(nodes) + " " + words))
        .orElse(named(nodes) + ": " + reason);
  }

  /** A node that is lost is tainted for it, but that is not what a reader is to know. */
  private String ofTaints(List<String> nodes) {
    List<String> lost = nodes.stream().filter(demands::isLost).toList();
    List<String> tainted = nodes.stream().filter(node -> !demands.isLost(node)).toList();
    List<String> phrases = new ArrayList<>();
    if (!tainted.isEmpty()) {
      phrases.add(
          verb(tainted, "has", "have") + " " + taints(tainted) + ", which it does not tolerate");
    }
    if (!lost.isEmpty()) {
      phrases.add(verb(lost, "is", "are") + " not ready");
    }
    return String.join("; ", phrases);
  }

  /** What a pod's claims lack, it lacks on every node. */
  private static Optional<String> ofVolumes(String reason) {
    Matcher missing = MISSING_CLAIM.matcher(reason);
    if (missing.matches()) {
      return Optional.of("there is no claim " + missing.group(1));
    }
    return reason.contains("unbound immediate PersistentVolumeClaims")
        ? Optional.of("a claim of it has no volume")
        : Optional.empty();
  }

  private static Optional<String> known(String reason) {
    if (reason.contains("existing pods anti-affinity")) {
      return Optional.of("runs a pod that must not have it beside itself");
    }
    if (reason.contains("anti-affinity")) {
      return Optional.of("runs a pod that it must not be beside");
    }
    if (reason.contains("unbound immediate")) {
      return Optional.of("it waits for a volume that nobody has made for its claim");
    }
    if (reason.contains("didn't match PersistentVolume")) {
      return Optional.of("the volume of its claim can't be reached");
    }
    if (reason.contains("persistent volumes to bind")) {
      return Optional.of("there is no volume for its claim, and none can be made");
    }
    if (reason.contains("ReadWriteOncePod")) {
      return Optional.of("its claim is for one pod, and another one has it");
    }
    if (reason.contains("pod affinity rules")) {
      return Optional.of("runs no pod that it must be beside");
    }
    if (reason.contains("topology spread constraints (missing")) {
      return Optional.of("the label is missing by which its pods are to be spread");
    }
    return reason.contains("topology spread")
        ? Optional.of("it would spread its pods less evenly than it allows")
        : Optional.empty();
  }

  private static String named(List<String> nodes) {
    return nodes.size() <= NAMED ? String.join(", ", nodes) : nodes.size() + " nodes";
  }

  private static String verb(List<String> nodes, String one, String several) {
    return named(nodes) + " " + (nodes.size() == 1 ? one : several);
  }

  private String taints(List<String> nodes) {
    List<String> taints = demands.untolerated(nodes);
    return (taints.size() == 1 ? "the taint " : "the taints ") + String.join(", ", taints);
  }
}
