package dev.seaworthy.simulate.node;

import dev.seaworthy.api.Resource;
import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.object.PodRequests;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Keeps a node from running out of memory, disk and processes: while less than the threshold is free, it
 * says so and ends one pod at each look, those first that use more than they ask for, of these the least
 * important, of these who is furthest over it; of processes, which nobody asks for, the least important
 * who has most. A pod of which no story says what it uses is taken to use what it asks for. Mirrors the
 * kubelet's hard thresholds.
 */
final class EvictionManager {

  private static final Duration PERIOD = Duration.ofSeconds(10);

  /** How long a node says that it is short after it no longer was. */
  private static final Duration TRANSITION = Duration.ofMinutes(5);

  /** Pods of the system are never ended. */
  private static final long CRITICAL = 2_000_000_000;

  private final NodeTools tools;
  private final PodUsage usage;
  private final BiConsumer<Resource, String> evict;
  private final Map<Pressure, Instant> lastShortage = new EnumMap<>(Pressure.class);
  private boolean isPlanned;

  /** {@code evict} ends a pod, with the reason to give. */
  EvictionManager(NodeTools tools, PodUsage usage, BiConsumer<Resource, String> evict) {
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
    boolean hasEvicted = false;
    for (Pressure pressure : Pressure.values()) {
      Optional<Resource> node = tools.api().view().get(Kinds.NODE, "", tools.node());
      if (node.isPresent()) {
        hasEvicted = look(node.get(), pressure, hasEvicted);
      }
    }
  }

  /** Ends a pod if there is too little, unless one was ended already; says whether one was. */
  private boolean look(Resource node, Pressure pressure, boolean hasEvicted) {
    List<Resource> pods = tools.api().view().podsOn(node.name()).stream()
        .filter(pod -> new Pod(pod).isRunning())
        .toList();
    long capacity = pressure.capacity(node);
    long left = capacity - pods.stream().mapToLong(pod -> used(pod, pressure)).sum();
    Optional<Long> least =
        tools.settings().evictionHard().of(pressure, capacity).filter(amount -> left < amount);
    if (least.isEmpty()) {
      relieve(node, pressure);
      return hasEvicted;
    }
    lastShortage.put(pressure, tools.now());
    say(node, pressure, true);
    plan(PERIOD);
    return hasEvicted || evictOne(pods, pressure, reason(pressure, least.get(), left));
  }

  private boolean evictOne(List<Resource> pods, Pressure pressure, String why) {
    Optional<Resource> worst =
        pods.stream().filter(pod -> priority(pod) < CRITICAL).min(worstFirst(pressure));
    worst.ifPresent(pod -> evict.accept(pod, why));
    return worst.isPresent();
  }

  private void relieve(Resource node, Pressure pressure) {
    if (Conditions.of(node).isTrue(pressure.condition())) {
      Instant since = lastShortage.getOrDefault(pressure, Instant.EPOCH);
      Duration left = TRANSITION.minus(Duration.between(since, tools.now()));
      if (left.isZero() || left.isNegative()) {
        say(node, pressure, false);
      } else {
        plan(left);
      }
    }
  }

  private long used(Resource pod, Pressure pressure) {
    return usage.of(pod, pressure.resource()).orElseGet(() -> asked(pod, pressure));
  }

  private static long asked(Resource pod, Pressure pressure) {
    return PodRequests.of(pod).get(pressure.resource());
  }

  private static long priority(Resource pod) {
    return pod.at("spec", "priority").longOr(0);
  }

  private Comparator<Resource> worstFirst(Pressure pressure) {
    Comparator<Resource> byExcess = Comparator.comparingLong(
            (Resource pod) -> used(pod, pressure) - asked(pod, pressure))
        .reversed();
    Comparator<Resource> byImportance = Comparator.comparingLong(EvictionManager::priority);
    Comparator<Resource> greedyFirst = Comparator.comparingInt(pod ->
        pressure == Pressure.PROCESSES || used(pod, pressure) > asked(pod, pressure) ? 0 : 1);
    return greedyFirst
        .thenComparing(byImportance)
        .thenComparing(byExcess)
        .thenComparing(Resource::name);
  }

  private static String reason(Pressure pressure, long least, long left) {
    return "The node was low on resource: %s. Threshold quantity: %s, available: %s."
        .formatted(
            pressure.evictionName(), text(pressure, least), text(pressure, Math.max(0, left)));
  }

  private static String text(Pressure pressure, long amount) {
    String kibi = amount / 1024 + "Ki";
    return pressure == Pressure.PROCESSES
        ? Long.toString(amount)
        : Quantity.parse(kibi).map(Quantity::canonical).orElse(kibi);
  }

  private void say(Resource node, Pressure pressure, boolean isShort) {
    if (Conditions.of(node).isTrue(pressure.condition()) != isShort) {
      Pressure.Saying saying = pressure.saying(isShort);
      tools
          .api()
          .updateStatus(Conditions.of(node)
              .with(
                  pressure.condition(),
                  isShort ? "True" : "False",
                  saying.reason(),
                  saying.message(),
                  tools.queue().clock())
              .in(node));
      tools.api().events().normal(node, saying.event(), saying.message());
    }
  }
}
