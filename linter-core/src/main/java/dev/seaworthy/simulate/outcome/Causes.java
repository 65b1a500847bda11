package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.server.Actor;
import dev.seaworthy.simulate.server.GarbageCollector;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Why things happen: from who writes at the moment of a commit, and what is written. Remembers what
 * an object was told, to say why it acts later.
 */
final class Causes {

  private final Cluster cluster;

  /** By the UID of what makes pods: why it has to have fewer than it had. */
  private final Map<String, String> shrunk = new HashMap<>();

  /** By the UID of what makes pods: the pods that left it, and nobody has taken their place. */
  private final Map<String, Deque<String>> gaps = new HashMap<>();

  /** Pods that nobody makes anew, by what took them away against the will of who applied them. */
  private final Map<ObjectKey, String> lost = new LinkedHashMap<>();

  Causes(Cluster cluster) {
    this.cluster = cluster;
  }

  /** As {@code kubectl} names it. */
  static String name(String kind, String name) {
    return kind.toLowerCase(Locale.ROOT) + "/" + name;
  }

  private static String name(ObjectKey key) {
    return name(key.kind().kind(), key.name());
  }

  /** Who controls {@code object}; empty if nobody does. */
  static String ownerOf(Resource object) {
    return object
        .controller()
        .map(owner -> name(owner.get("kind").text(), owner.get("name").text()))
        .orElse("");
  }

  private Optional<Actor> actor() {
    return cluster.api().actor();
  }

  boolean isBy(String component) {
    return actor().filter(who -> who.component().equals(component)).isPresent();
  }

  /** {@code by replicaset/web-abc}; empty if a person did it. */
  String ofWrite() {
    return actor().map(who -> "by " + name(who.about())).orElse("");
  }

  /** Which taints drive pods away, as the node's controller has set them. */
  String ofTaint(Resource node) {
    boolean isSilent = Conditions.of(node).status("Ready").equals("Unknown");
    return isSilent ? "it is silent" : "";
  }

  /** The pod whose place a new one takes; empty if its owner has to have more. */
  Optional<String> replacedBy(Resource pod) {
    Deque<String> left = gaps.getOrDefault(owner(pod), new ArrayDeque<>());
    return Optional.ofNullable(left.pollFirst());
  }

  private static String owner(Resource pod) {
    return Meta.controllerUid(pod).orElse("");
  }

  /** Takes note that {@code pod} counts no more for {@code owner}. */
  private void left(String owner, Resource pod) {
    if (!owner.isEmpty() && !shrunk.containsKey(owner)) {
      gaps.computeIfAbsent(owner, uid -> new ArrayDeque<>()).add(pod.name());
    }
  }

  /** Why how many pods {@code object} is to have has changed. */
  String ofScale(Change change) {
    Resource object = change.latest();
    String uid = Meta.uid(object);
    String by =
        isRollout(object) ? "by the rollout of " + name(actor().orElseThrow().about()) : ofWrite();
    long before = change.before().map(Causes::replicas).orElse(0L);
    gaps.remove(uid);
    if (replicas(object) < before) {
      shrunk.put(uid, by);
    } else {
      shrunk.remove(uid);
    }
    return by;
  }

  private static long replicas(Resource object) {
    return object.at("spec", "replicas").longOr(1);
  }

  /** Whether a Deployment moves pods from one of its ReplicaSets to another. */
  private boolean isRollout(Resource object) {
    return isBy("deployment")
        && object.controller().isPresent()
        && cluster.view().ownedBy(owner(object), Kinds.REPLICA_SET).stream()
            .anyMatch(other -> !Meta.uid(other).equals(Meta.uid(object)) && hasPods(other));
  }

  private static boolean hasPods(Resource replicaSet) {
    return replicas(replicaSet) > 0 || replicaSet.at("status", "replicas").longOr(0) > 0;
  }

  /** Why {@code object} is to go. */
  String ofDeletion(Resource object) {
    String why = whyDeleted(object);
    if (object.groupKind().equals(Kinds.POD)) {
      if (isLoss(object) && !why.isEmpty()) {
        lost.put(ObjectKey.of(object), why);
      }
      boolean isSurplus = actor()
          .filter(who ->
              Meta.controllerUid(object).isPresent() && name(who.about()).equals(ownerOf(object)))
          .isPresent();
      if (!isSurplus) {
        left(owner(object), object);
      }
    }
    return why;
  }

  private String whyDeleted(Resource object) {
    return switch (disruption(object)) {
      case "DeletionByTaintManager" -> "evicted by " + taintsFor(object);
      case "PreemptionByScheduler" ->
        "preempted by " + actor().map(who -> name(who.about())).orElse("a pod of higher priority");
      case "EvictionByEvictionAPI" -> "evicted";
      case "DeletionByPodGC" ->
        Conditions.of(object).get("DisruptionTarget").get("message").text();
      default -> byController(object);
    };
  }

  private String taintsFor(Resource pod) {
    String node = pod.at("spec", "nodeName").text();
    String taints = cluster.view().get(Kinds.NODE, "", node).stream()
        .flatMap(it -> it.at("spec", "taints").items().stream())
        .filter(taint -> taint.get("effect").text().equals("NoExecute"))
        .map(taint -> taint.get("key").text())
        .collect(Collectors.joining(", "));
    return "the taint " + taints + " of " + name("node", node);
  }

  private String byController(Resource object) {
    Optional<Actor> actor = actor();
    if (actor.isEmpty()) {
      return "";
    }
    if (isBy(GarbageCollector.NAME)) {
      String owner = ownerOf(object);
      return owner.isEmpty() ? "its owner is gone" : "its owner " + owner + " goes";
    }
    if (!name(actor.get().about()).equals(ownerOf(object))) {
      return ofWrite();
    }
    String scaled = shrunk.get(owner(object));
    if (scaled != null) {
      return "scaled down" + (scaled.isEmpty() ? "" : " " + scaled);
    }
    return actor.get().about().kind().equals(Kinds.REPLICA_SET)
        ? "one too many for " + ownerOf(object)
        : ofWrite();
  }

  /** Whether somebody misses the pod: who has done its work or goes with its namespace is not missed. */
  private boolean isLoss(Resource pod) {
    return pod.at("metadata", "ownerReferences").size() == 0
        && (!new Pod(pod).isFinished() || isEndedWithItsNode(pod))
        && !isBy("namespace");
  }

  /** Whether it failed only because who deletes it says so first. */
  private static boolean isEndedWithItsNode(Resource pod) {
    return disruption(pod).equals("DeletionByPodGC");
  }

  /** Why a pod has to go that could have stayed; empty if nobody said so. */
  private static String disruption(Resource pod) {
    Node disruption = Conditions.of(pod).get("DisruptionTarget");
    return disruption.get("status").text().equals("True")
        ? disruption.get("reason").text()
        : "";
  }

  /** Why pods that nobody makes anew had to go. */
  Map<ObjectKey, String> lost() {
    return Collections.unmodifiableMap(lost);
  }

  /** Why {@code released} has lost its controller. */
  String ofRelease(Resource before) {
    left(owner(before), before);
    return "its labels no longer match the selector";
  }

  /** Why a pod that was ready is not any more. */
  String ofUnreadiness(Resource pod) {
    if (isBy("node-lifecycle")) {
      return name("node", pod.at("spec", "nodeName").text()) + " is not ready";
    }
    for (String list : java.util.List.of("containerStatuses", "initContainerStatuses")) {
      for (Node status : pod.at("status", list).items()) {
        if (!status.get("ready").isTrue() && list.startsWith("container")) {
          return "container " + status.get("name").text() + whyUnready(status);
        }
      }
    }
    return "";
  }

  private static String whyUnready(Node status) {
    Node state = status.get("state");
    String word =
        state.at("waiting", "reason").text() + state.at("terminated", "reason").text();
    return word.isEmpty() ? " does not answer its readiness probe" : ": " + word;
  }
}
