package dev.seaworthy.apply;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The order of the items of a merged list: what only the stored list has stays before what was next to
 * it, what is applied comes in its own order. Mirrors the merge of structured-merge-diff.
 */
final class MergeOrder {

  private final List<String> stored;
  private final List<String> applied;
  private final Set<String> ofStored;
  private final Set<String> ofApplied;
  private final List<String> shared;
  private final Set<String> taken = new HashSet<>();
  private final List<String> order = new ArrayList<>();
  private int nextStored;
  private int nextApplied;
  private int nextShared;

  private MergeOrder(List<String> stored, List<String> applied) {
    this.stored = stored;
    this.applied = applied;
    this.ofStored = new HashSet<>(stored);
    this.ofApplied = new HashSet<>(applied);
    this.shared = applied.stream().filter(ofStored::contains).toList();
  }

  /** The keys of the merged list; each list names a key once. */
  static List<String> of(List<String> stored, List<String> applied) {
    MergeOrder merge = new MergeOrder(stored, applied);
    while (merge.nextStored < stored.size() || merge.nextApplied < applied.size()) {
      merge.step();
    }
    return merge.order;
  }

  private void step() {
    if (nextStored < stored.size()) {
      String key = stored.get(nextStored);
      if (!ofApplied.contains(key)) {
        order.add(key);
        nextStored++;
        return;
      }
      if (taken.contains(key) || comesLater(key)) {
        nextStored++;
        return;
      }
    }
    if (nextApplied < applied.size()) {
      apply(applied.get(nextApplied));
    }
  }

  /** Whether an item of both lists has its turn after another one that is next in what is applied. */
  private boolean comesLater(String key) {
    return nextApplied < applied.size()
        && nextShared < shared.size()
        && !shared.get(nextShared).equals(key);
  }

  private void apply(String key) {
    order.add(key);
    taken.add(key);
    nextApplied++;
    if (nextShared < shared.size() && shared.get(nextShared).equals(key)) {
      nextShared++;
    }
  }
}
