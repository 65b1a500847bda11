package dev.seaworthy.simulate.controller.deployment;

import dev.seaworthy.simulate.object.Deployment;
import dev.seaworthy.simulate.object.ReplicaSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The arithmetic of a rolling update: how far up, how far down. Touches nothing. */
final class RollingUpdate {

  private RollingUpdate() {}

  /** How many pods the new set may have now, with {@code total} wanted by all sets together. */
  static long newSize(Deployment deployment, long current, long total) {
    long wanted = deployment.replicas();
    if (current >= wanted) {
      return wanted;
    }
    long room = wanted + deployment.maxSurge() - total;
    return room <= 0 ? current : current + Math.min(room, wanted - current);
  }

  /**
   * The sizes of old sets that can shrink now: first by pods that don't work anyhow, then as far as
   * enough pods stay available. Oldest first.
   *
   * @param old the old sets that still want pods, oldest first
   */
  static Map<ReplicaSet, Long> oldSizes(
      Deployment deployment, List<ReplicaSet> old, ReplicaSet fresh) {
    long least = deployment.replicas() - deployment.maxUnavailable();
    long total = wanted(old) + fresh.replicas();
    long stillComing = fresh.replicas() - fresh.counted("availableReplicas");
    long spare = total - least - stillComing;
    if (wanted(old) == 0 || spare <= 0) {
      return Map.of();
    }
    Map<ReplicaSet, Long> sizes = withoutBroken(old, spare);
    long available = fresh.counted("availableReplicas")
        + old.stream().mapToLong(RollingUpdate::lasting).sum();
    shrink(sizes, old, available - least);
    sizes.entrySet().removeIf(entry -> entry.getValue() == entry.getKey().replicas());
    return sizes;
  }

  /**
   * The available pods that a set will keep. Its status still counts those that it is about to
   * delete; counted twice, they would let the next step go too far.
   */
  private static long lasting(ReplicaSet set) {
    return Math.min(set.counted("availableReplicas"), set.replicas());
  }

  private static long wanted(List<ReplicaSet> sets) {
    return sets.stream().mapToLong(ReplicaSet::replicas).sum();
  }

  private static Map<ReplicaSet, Long> withoutBroken(List<ReplicaSet> old, long spare) {
    Map<ReplicaSet, Long> sizes = new LinkedHashMap<>();
    long left = spare;
    for (ReplicaSet set : old) {
      long broken = Math.max(0, set.replicas() - set.counted("availableReplicas"));
      long going = Math.min(left, broken);
      sizes.put(set, set.replicas() - going);
      left -= going;
    }
    return sizes;
  }

  private static void shrink(Map<ReplicaSet, Long> sizes, List<ReplicaSet> old, long spare) {
    long left = Math.max(0, spare);
    for (ReplicaSet set : old) {
      long size = sizes.getOrDefault(set, set.replicas());
      long going = Math.min(left, size);
      sizes.put(set, size - going);
      left -= going;
    }
  }
}
