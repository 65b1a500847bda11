package dev.seaworthy.simulate.scenario;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.manifest.Span;
import dev.seaworthy.simulate.NodeShape;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.server.Answer;
import dev.seaworthy.simulate.server.Deletion;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.store.ObjectKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happens to a story's nodes. */
final class NodeVerbs {

  /** How long {@code kubectl drain} waits before it asks again for an eviction that was refused. */
  private static final Duration EVICTION_RETRY = Duration.ofSeconds(5);

  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Play play;

  NodeVerbs(Play play) {
    this.play = play;
  }

  void fail(List<String> names) {
    names.forEach(play.cluster()::failNode);
  }

  void recover(List<String> names) {
    names.forEach(play.cluster()::recoverNode);
  }

  void add(NodeTemplate template) {
    template.names().forEach(name -> play.cluster().addNode(name, template.shape()));
  }

  void delete(String name) {
    play.answered(play.api().delete(new ObjectKey(Kinds.NODE, "", name), Deletion.NORMAL));
  }

  void cordon(String node) {
    patch(node, Mapping.of("spec", Mapping.of("unschedulable", Scalar.of(true))));
  }

  void uncordon(String node) {
    Node nothing = new Scalar(Scalar.Kind.NULL, "null", Span.NONE);
    patch(node, Mapping.of("spec", Mapping.of("unschedulable", nothing)));
  }

  void taint(String node, List<String> add, List<String> remove) {
    List<Node> taints = new ArrayList<>();
    play.object(new Target("Node", node))
        .ifPresent(object -> taints.addAll(object.at("spec", "taints").items()));
    for (String text : remove) {
      taints.removeIf(taint -> TaintText.sameKeyAndEffect(taint, NodeShape.taint(text)));
    }
    for (String text : add) {
      Node added = NodeShape.taint(text);
      taints.removeIf(taint -> TaintText.sameKeyAndEffect(taint, added));
      taints.add(added);
    }
    patch(node, Mapping.of("spec", Mapping.of("taints", Sequence.of(taints))));
  }

  private void patch(String node, Mapping change) {
    play.answered(play.api().patch(new ObjectKey(Kinds.NODE, "", node), change));
  }

  /** Cordons the node, evicts its pods and waits until they are gone, as {@code kubectl} does. */
  void drain(Step.Drain step) {
    cordon(step.node());
    List<Resource> pods = play.view().podsOn(step.node()).stream()
        .filter(pod -> !isOf("DaemonSet", pod))
        .toList();
    if (!step.force() && pods.stream().anyMatch(NodeVerbs::isNobodys)) {
      play.gaveUp("cannot delete pods that no controller would replace (use --force)");
      return;
    }
    evict(pods, play.cluster().now().plus(step.timeout().orElse(PATIENCE)));
  }

  private static boolean isOf(String kind, Resource pod) {
    return pod.controller()
        .filter(owner -> owner.get("kind").text().equals(kind))
        .isPresent();
  }

  private static boolean isNobodys(Resource pod) {
    return pod.controller().isEmpty() && !new Pod(pod).isFinished();
  }

  private void evict(List<Resource> pods, Instant end) {
    Eviction eviction = new Eviction(play.cluster());
    List<Resource> waiting = new ArrayList<>(pods);
    Instant nextTry = play.cluster().now();
    while (pods.stream().anyMatch(this::isThere)) {
      if (play.cluster().now().isAfter(end)) {
        play.gaveUp("global timeout reached while draining");
        return;
      }
      if (!play.cluster().now().isBefore(nextTry)) {
        waiting.removeIf(pod -> isDone(eviction, pod));
        nextTry = play.cluster().now().plus(EVICTION_RETRY);
      }
      play.advance(POLL);
    }
  }

  private static boolean isDone(Eviction eviction, Resource pod) {
    Answer answer = eviction.evict(pod, Optional.empty());
    return answer.code() != Eviction.TOO_MANY_REQUESTS;
  }

  private boolean isThere(Resource pod) {
    return play.view()
        .get(ObjectKey.of(pod))
        .filter(now -> new Pod(now).uid().equals(new Pod(pod).uid()))
        .isPresent();
  }
}
