package dev.seaworthy.simulate.controller.replicaset;

import dev.seaworthy.simulate.object.Pod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.ToIntFunction;

/**
 * Which pods go first when there are too many: those without a node, not running, not ready, cheap
 * by their own word, crowded on a node, ready for a short time; of those that are as old by powers of
 * two the UID decides, which is chance, of those that are as old to the second the place in the list.
 */
final class DeletionOrder {

  private final Instant now;
  private final ToIntFunction<String> crowds;
  private final Map<String, Integer> known = new HashMap<>();

  /**
   * @param crowds how many active pods of the same application are on a node
   */
  DeletionOrder(ToIntFunction<String> crowds, Instant now) {
    this.crowds = crowds;
    this.now = now;
  }

  /** The first {@code count} of {@code pods} to go. Costs one pass, if they are few. */
  List<Pod> first(int count, List<Pod> pods) {
    PriorityQueue<DeletionCandidate> chosen = new PriorityQueue<>(Comparator.reverseOrder());
    int place = 0;
    for (Pod pod : pods) {
      DeletionCandidate candidate = new DeletionCandidate(pod, crowd(pod), place++, now);
      if (chosen.size() < count) {
        chosen.add(candidate);
      } else if (count > 0 && candidate.compareTo(chosen.element()) < 0) {
        chosen.remove();
        chosen.add(candidate);
      }
    }
    // Not sorted as a list: by UID or by place, the order need not be transitive.
    List<Pod> first = new ArrayList<>();
    while (!chosen.isEmpty()) {
      first.add(chosen.remove().pod());
    }
    Collections.reverse(first);
    return first;
  }

  private int crowd(Pod pod) {
    return pod.nodeName().isPresent()
        ? known.computeIfAbsent(pod.nodeName().get(), crowds::applyAsInt)
        : 0;
  }
}
