package dev.seaworthy.simulate.scenario;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Span;
import dev.seaworthy.simulate.node.Kubelet;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.server.Deletion;
import dev.seaworthy.simulate.store.ObjectKey;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What happens to a story's pods: from outside through the API, and on their nodes. */
final class PodVerbs {

  private final Play play;

  PodVerbs(Play play) {
    this.play = play;
  }

  void delete(PodSelection pods, Optional<Duration> grace) {
    Deletion how = grace.map(Deletion.NORMAL::within).orElse(Deletion.NORMAL);
    play.select(pods).forEach(pod -> play.answered(play.api().delete(ObjectKey.of(pod), how)));
  }

  void evict(PodSelection pods, Optional<Duration> grace) {
    Eviction eviction = new Eviction(play.cluster());
    play.select(pods).forEach(pod -> play.answered(eviction.evict(pod, grace)));
  }

  void patch(PodSelection pods, Node patch) {
    play.select(pods).forEach(pod -> play.answered(play.api().patch(ObjectKey.of(pod), patch)));
  }

  void end(PodSelection pods, int exitCode, String reason) {
    onNode(pods, (kubelet, pod) -> kubelet.end(pod, exitCode, reason));
  }

  void crash(PodSelection pods) {
    onNode(pods, Kubelet::crash);
  }

  void probe(PodSelection pods, boolean ready) {
    onNode(pods, (kubelet, pod) -> kubelet.probe(pod, ready));
  }

  private void onNode(PodSelection pods, BiConsumer<Kubelet, ObjectKey> action) {
    for (Resource pod : play.select(pods)) {
      play.cluster()
          .kubelet(pod.at("spec", "nodeName").text())
          .ifPresent(kubelet -> action.accept(kubelet, ObjectKey.of(pod)));
    }
  }

  void setCondition(Step.SetPodCondition step) {
    for (Resource pod : play.select(step.pods())) {
      Resource changed = Conditions.of(pod)
          .with(Moments.condition(
              step.type(), step.status(), "", "", play.cluster().now()))
          .in(pod);
      play.answered(play.cluster().api().updateStatus(changed));
    }
  }

  void ungate(PodSelection pods) {
    Node nothing = new Scalar(Scalar.Kind.NULL, "null", Span.NONE);
    Mapping patch = Mapping.of("spec", Mapping.of("schedulingGates", nothing));
    patch(pods, patch);
  }
}
