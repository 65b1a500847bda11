package dev.seaworthy.simulate.scheduler.plugin.interpodaffinity;

import dev.seaworthy.simulate.scheduler.framework.AffinityTerm;
import dev.seaworthy.simulate.scheduler.framework.NodeInfo;
import dev.seaworthy.simulate.scheduler.framework.NodeScore;
import dev.seaworthy.simulate.scheduler.framework.PodSignature;
import dev.seaworthy.simulate.scheduler.framework.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** Prefers to be near and far as the pod, and the pods that are there, would like it. */
final class PreferredTerms implements NodeScore {

  /** What a pod that must be near the likes of this one counts for: kube-scheduler's default. */
  private static final long HARD_POD_AFFINITY_WEIGHT = 1;

  private final NodeCounts attraction;

  PreferredTerms(PodSignature pod, Snapshot snapshot) {
    attraction = new NodeCounts(snapshot, other -> shares(pod, other));
  }

  private static List<NodeCounts.Share> shares(PodSignature pod, PodSignature other) {
    List<NodeCounts.Share> shares = new ArrayList<>();
    add(pod.preferredAffinity(), other, 1, shares);
    add(pod.preferredAntiAffinity(), other, -1, shares);
    add(other.preferredAffinity(), pod, 1, shares);
    add(other.preferredAntiAffinity(), pod, -1, shares);
    for (AffinityTerm term : other.requiredAffinity()) {
      if (term.concerns(pod)) {
        shares.add(new NodeCounts.Share(term.key(), HARD_POD_AFFINITY_WEIGHT));
      }
    }
    return shares;
  }

  private static void add(
      List<AffinityTerm> terms, PodSignature pod, int sign, List<NodeCounts.Share> shares) {
    for (AffinityTerm term : terms) {
      if (term.concerns(pod)) {
        shares.add(new NodeCounts.Share(term.key(), sign * term.weight()));
      }
    }
  }

  @Override
  public boolean isLocal() {
    return false;
  }

  @Override
  public boolean preScore(List<NodeInfo> candidates) {
    attraction.catchUp();
    return !attraction.isZero();
  }

  @Override
  public long score(NodeInfo node) {
    return attraction.sumAt(node);
  }

  @Override
  public void normalize(long[] points) {
    long min = Long.MAX_VALUE;
    long max = Long.MIN_VALUE;
    for (long raw : points) {
      min = Math.min(min, raw);
      max = Math.max(max, raw);
    }
    double spread = max - min;
    for (int i = 0; i < points.length; i++) {
      points[i] = max == min ? 0 : (long) (MAX * ((points[i] - min) / spread));
    }
  }
}
