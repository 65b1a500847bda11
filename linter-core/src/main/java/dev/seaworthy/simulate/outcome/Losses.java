package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.node.Kubelet;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.Controllers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why the pods of workloads stop serving, in order. */
final class Losses {

  private final Cluster cluster;
  private final Instant start;
  private final Map<ObjectKey, List<Loss>> byWorkload = new HashMap<>();

  /** {@code start} is when times begin. */
  Losses(Cluster cluster, Instant start) {
    this.cluster = cluster;
    this.start = start;
  }

  /** The last loss of {@code workload} that was known at {@code time}. */
  Optional<Loss> before(ObjectKey workload, Duration time) {
    return byWorkload.getOrDefault(workload, List.of()).stream()
        .filter(loss -> loss.at().compareTo(time) <= 0)
        .reduce((earlier, later) -> later);
  }

  /** Takes note if a pod that served no longer does; {@code why} is what is told of it. */
  void see(Change change, String why) {
    Resource pod = change.latest();
    if (change.before().filter(Losses::serves).isPresent() && !serves(pod)) {
      byWorkload
          .computeIfAbsent(
              ObjectKey.of(Controllers.topmost(pod, cluster.view())), key -> new ArrayList<>(2))
          .add(loss(pod, why));
    }
  }

  private static boolean serves(Resource pod) {
    return new Pod(pod).isReady() && !Meta.isBeingDeleted(pod);
  }

  private Loss loss(Resource pod, String why) {
    Duration now = Duration.between(start, cluster.now());
    String node = pod.at("spec", "nodeName").text();
    Optional<Instant> silence = cluster.kubelet(node).flatMap(Kubelet::silentSince);
    return silence
        .map(since ->
            new Loss(now, Duration.between(start, since), Loss.Kind.NODE, node + " is silent"))
        .orElseGet(() -> new Loss(now, now, kind(pod), inSentence(kind(pod), why)));
  }

  private static String inSentence(Loss.Kind kind, String why) {
    return switch (kind) {
      case CONTROLLER -> why.startsWith("by ") ? "replaced " + why : why;
      case PERSON -> "somebody deletes it";
      case NODE, EVICTION, CONTAINER -> why;
    };
  }

  private Loss.Kind kind(Resource pod) {
    boolean isEvicted = Conditions.of(pod).isTrue("DisruptionTarget")
        || pod.at("status", "reason").text().equals("Evicted");
    if (isEvicted) {
      return Loss.Kind.EVICTION;
    }
    if (!Meta.isBeingDeleted(pod)) {
      return Loss.Kind.CONTAINER;
    }
    return cluster.api().actor().isPresent() ? Loss.Kind.CONTROLLER : Loss.Kind.PERSON;
  }
}
