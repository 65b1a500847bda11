package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.StepContext;
import dev.seaworthy.simulate.scenario.language.Verb;
import dev.seaworthy.simulate.server.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code drain}. */
final class Drain implements Verb {

  /** How long {@code kubectl drain} waits before it asks again for an eviction that was refused. */
  private static final Duration EVICTION_RETRY = Duration.ofSeconds(5);

  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Override
  public List<String> names() {
    return List.of("drain");
  }

  @Override
  public String example() {
    return "{node: n1, force: true, timeout: 30s}";
  }

  @Override
  public String description() {
    return "What kubectl drain --ignore-daemonsets does: cordons the node, evicts its pods, "
        + "waits until they are gone.";
  }

  @Override
  public Step read(Arguments in) {
    String node = Nodes.name(in);
    boolean force = in.field("force").isTrue();
    Duration timeout = in.duration("timeout").orElse(PATIENCE);
    return context -> {
      Nodes.cordon(context, node, true);
      List<Resource> pods = context.view().podsOn(node).stream()
          .filter(pod -> !isOf("DaemonSet", pod))
          .toList();
      if (!force && pods.stream().anyMatch(Drain::isNobodys)) {
        context.gaveUp("cannot delete pods that no controller would replace (use --force)");
      } else {
        evict(context, pods, context.cluster().now().plus(timeout));
      }
    };
  }

  private static boolean isOf(String kind, Resource pod) {
    return pod.controller()
        .filter(owner -> owner.get("kind").text().equals(kind))
        .isPresent();
  }

  private static boolean isNobodys(Resource pod) {
    return pod.controller().isEmpty() && !new Pod(pod).isFinished();
  }

  private static void evict(StepContext context, List<Resource> pods, Instant end) {
    Eviction eviction = new Eviction(context.cluster());
    List<Resource> waiting = new ArrayList<>(pods);
    Instant nextTry = context.cluster().now();
    while (pods.stream().anyMatch(pod -> isThere(context, pod))) {
      if (context.cluster().now().isAfter(end)) {
        context.gaveUp("global timeout reached while draining");
        return;
      }
      if (!context.cluster().now().isBefore(nextTry)) {
        waiting.removeIf(pod -> isDone(eviction, pod));
        nextTry = context.cluster().now().plus(EVICTION_RETRY);
      }
      context.advance(POLL);
    }
  }

  private static boolean isDone(Eviction eviction, Resource pod) {
    Answer answer = eviction.evict(pod, Optional.empty());
    return answer.code() != Eviction.TOO_MANY_REQUESTS;
  }

  private static boolean isThere(StepContext context, Resource pod) {
    return context
        .view()
        .get(ObjectKey.of(pod))
        .filter(now -> new Pod(now).uid().equals(new Pod(pod).uid()))
        .isPresent();
  }
}
