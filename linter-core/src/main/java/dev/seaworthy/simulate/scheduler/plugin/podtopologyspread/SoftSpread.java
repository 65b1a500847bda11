package dev.seaworthy.simulate.scheduler.plugin.podtopologyspread;

import dev.seaworthy.simulate.scheduler.framework.NodeInfo;
import dev.seaworthy.simulate.scheduler.framework.NodeScore;
import java.util.ArrayList;
import java.util.List;

/**
 * Prefers the domain with the fewest pods that the constraints count. The more domains there are,
 * the more a pod more or less in one of them weighs.
 */
final class SoftSpread implements NodeScore {

  private static final long IGNORED = -1;

  private final SpreadCounts counts;
  private final boolean allKeysNeeded;
  private final double[] weights;

  SoftSpread(SpreadCounts counts, boolean allKeysNeeded) {
    this.counts = counts;
    this.allKeysNeeded = allKeysNeeded;
    this.weights = new double[counts.constraints().size()];
  }

  @Override
  public boolean isLocal() {
    return false;
  }

  @Override
  public void preScore(List<NodeInfo> candidates) {
    counts.catchUp();
    List<NodeInfo> inside = candidates;
    if (allKeysNeeded) {
      inside = new ArrayList<>(candidates);
      inside.removeIf(node -> !counts.hasAllKeys(node));
    }
    for (int i = 0; i < weights.length; i++) {
      SpreadCounts.Counted each = counts.constraints().get(i);
      int domains = isPerHost(each) ? inside.size() : each.domains().spanOf(inside);
      weights[i] = Math.log(domains + 2);
    }
  }

  private static boolean isPerHost(SpreadCounts.Counted counted) {
    return counted.constraint().key().equals(SpreadConstraint.HOSTNAME);
  }

  @Override
  public long score(NodeInfo node) {
    if (allKeysNeeded && !counts.hasAllKeys(node)) {
      return IGNORED;
    }
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      SpreadCounts.Counted each = counts.constraints().get(i);
      if (each.domains().isSomewhere(node)) {
        long count =
            isPerHost(each) ? each.domains().amountOf(node) : each.domains().at(node);
        sum += count * weights[i] + (each.constraint().maxSkew() - 1);
      }
    }
    return Math.round(sum);
  }

  @Override
  public void normalize(long[] points) {
    long min = Long.MAX_VALUE;
    long max = 0;
    for (long raw : points) {
      if (raw != IGNORED) {
        min = Math.min(min, raw);
        max = Math.max(max, raw);
      }
    }
    for (int i = 0; i < points.length; i++) {
      if (points[i] == IGNORED) {
        points[i] = 0;
      } else {
        points[i] = max == 0 ? MAX : MAX * (max + min - points[i]) / max;
      }
    }
  }
}
