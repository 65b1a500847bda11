package dev.seaworthy.simulate.node;

import dev.seaworthy.api.Resource;
import dev.seaworthy.api.quantity.Quantity;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Ends containers that use more memory than their limits allow, as the kernel of a node does. Of pods
 * with several containers nobody says which one uses it: one ends only where all together use more than
 * they may, and of these the largest.
 */
final class MemoryLimits {

  /** What it takes to use it up. */
  private static final Duration GROWTH = Duration.ofSeconds(1);

  private final NodeTools tools;
  private final PodUsage usage;
  private final BiConsumer<Resource, Long> tell;
  private boolean isPlanned;

  /** {@code tell} is told how much memory a pod uses. */
  MemoryLimits(NodeTools tools, PodUsage usage, BiConsumer<Resource, Long> tell) {
    this.tools = tools;
    this.usage = usage;
    this.tell = tell;
  }

  /** What pods use may be otherwise than at the last look. */
  void usageChanged() {
    if (!isPlanned && usage.isSaid() && tools.settings().tendsPods()) {
      isPlanned = true;
      tools.queue().after(GROWTH, this::look);
    }
  }

  private void look() {
    isPlanned = false;
    for (Resource pod : List.copyOf(tools.api().view().podsOn(tools.node()))) {
      usage.of(pod, "memory").ifPresent(memory -> tell.accept(pod, memory));
    }
  }

  /** The container that ends if a pod of {@code all} uses {@code memory}. */
  static Optional<ContainerRun> victim(Collection<ContainerRun> all, long memory) {
    List<ContainerRun> running = all.stream().filter(ContainerRun::isRunning).toList();
    boolean isOver = !running.isEmpty()
        && running.size() == all.size()
        && running.stream().allMatch(each -> limit(each).isPresent())
        && running.stream().mapToLong(each -> limit(each).orElse(0L)).sum() < memory;
    return isOver
        ? running.stream().max(Comparator.comparingLong(each -> limit(each).orElse(0L)))
        : Optional.empty();
  }

  private static Optional<Long> limit(ContainerRun container) {
    return Quantity.of(container.spec.at("resources", "limits", "memory")).map(Quantity::longValue);
  }
}
