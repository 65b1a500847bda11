package dev.seaworthy.simulate.node;

import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.object.Amounts;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.object.PodRequests;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Keeps a node from running out of memory: while less than the threshold is free, it says so and ends
 * one pod at each look, those first that use more than they ask for, of these the least important, of
 * these who is furthest over it. A pod of which no story says what it uses is taken to use what it
 * asks for. Mirrors the kubelet's hard threshold {@code memory.available<100Mi}.
 */
final class EvictionManager {

  private static final String PRESSURE = "MemoryPressure";
  private static final long THRESHOLD = 100L * 1024 * 1024;
  private static final Duration PERIOD = Duration.ofSeconds(10);

  /** How long a node says that it is short after it no longer was. */
  private static final Duration TRANSITION = Duration.ofMinutes(5);

  /** Pods of the system are never ended. */
  private static final long CRITICAL = 2_000_000_000;

  private final NodeTools tools;
  private final MemoryUsage usage;
  private final BiConsumer<Resource, String> evict;
  private boolean isPlanned;
  private Instant lastShortage = Instant.MIN;

  /** {@code evict} ends a pod, with the reason to give. */
  EvictionManager(NodeTools tools, MemoryUsage usage, BiConsumer<Resource, String> evict) {
    this.tools = tools;
    this.usage = usage;
    this.evict = evict;
  }

  /** What pods use may be otherwise than at the last look. */
  void usageChanged() {
    if (usage.isSaid() && tools.settings().tendsPods()) {
      plan(PERIOD);
    }
  }

  private void plan(Duration wait) {
    if (!isPlanned) {
      isPlanned = true;
      tools.queue().after(wait, this::look);
    }
  }

  private void look() {
    isPlanned = false;
    tools.api().view().get(Kinds.NODE, "", tools.node()).ifPresent(this::look);
  }

  private void look(Resource node) {
    List<Resource> pods = tools.api().view().podsOn(node.name()).stream()
        .filter(pod -> new Pod(pod).isRunning())
        .toList();
    long available = capacity(node) - pods.stream().mapToLong(this::used).sum();
    if (available < THRESHOLD) {
      lastShortage = tools.now();
      say(
          node,
          "True",
          "KubeletHasInsufficientMemory",
          "kubelet has insufficient memory available");
      pods.stream()
          .filter(pod -> pod.at("spec", "priority").longOr(0) < CRITICAL)
          .min(worstFirst())
          .ifPresent(pod -> evict.accept(pod, reason(available)));
      plan(PERIOD);
    } else if (Conditions.of(node).isTrue(PRESSURE)) {
      Duration left = TRANSITION.minus(Duration.between(lastShortage, tools.now()));
      if (left.isZero() || left.isNegative()) {
        say(node, "False", "KubeletHasSufficientMemory", "kubelet has sufficient memory available");
      } else {
        plan(left);
      }
    }
  }

  private static long capacity(Resource node) {
    long capacity = Amounts.of(node.at("status", "capacity")).get("memory");
    return capacity > 0
        ? capacity
        : Amounts.of(node.at("status", "allocatable")).get("memory");
  }

  private long used(Resource pod) {
    return usage.of(pod).orElseGet(() -> asked(pod));
  }

  private static long asked(Resource pod) {
    return PodRequests.of(pod).get("memory");
  }

  private Comparator<Resource> worstFirst() {
    return Comparator.<Resource>comparingInt(pod -> used(pod) > asked(pod) ? 0 : 1)
        .thenComparingLong(pod -> pod.at("spec", "priority").longOr(0))
        .thenComparing(
            Comparator.comparingLong((Resource pod) -> used(pod) - asked(pod)).reversed())
        .thenComparing(Resource::name);
  }

  private static String reason(long available) {
    return "The node was low on resource: memory. Threshold quantity: 100Mi, available: "
        + Math.max(0, available) / 1024 + "Ki.";
  }

  private void say(Resource node, String status, String reason, String message) {
    Optional<String> now = Conditions.of(node).get(PRESSURE).get("status").asString();
    if (now.filter(status::equals).isEmpty()) {
      tools
          .api()
          .updateStatus(Conditions.of(node)
              .with(PRESSURE, status, reason, message, tools.queue().clock())
              .in(node));
      tools.api().events().normal(node, reason.replace("Kubelet", "Node"), message);
    }
  }
}
