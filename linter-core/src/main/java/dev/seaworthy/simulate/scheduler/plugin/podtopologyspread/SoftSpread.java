package dev.seaworthy.simulate.scheduler.plugin.podtopologyspread;

import dev.seaworthy.simulate.scheduler.framework.DomainCounts;
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
  private final Weighed[] weighed;
  private int weighedCount;

  SoftSpread(SpreadCounts counts, boolean allKeysNeeded) {
    this.counts = counts;
    this.allKeysNeeded = allKeysNeeded;
    this.weighed = new Weighed[counts.constraints().size()];
  }

  /** What one constraint has to say this time. */
  private record Weighed(DomainCounts domains, boolean isPerHost, double weight, long maxSkew) {

    double points(NodeInfo node) {
      if (!domains.isSomewhere(node)) {
        return 0;
      }
      long count = isPerHost ? domains.amountOf(node) : domains.at(node);
      return count * weight + (maxSkew - 1);
    }
  }

  @Override
  public boolean isLocal() {
    return false;
  }

  @Override
  public boolean preScore(List<NodeInfo> candidates) {
    counts.catchUp();
    List<NodeInfo> inside = candidates;
    if (allKeysNeeded) {
      inside = new ArrayList<>(candidates);
      inside.removeIf(node -> !counts.hasAllKeys(node));
    }
    weighedCount = 0;
    for (SpreadCounts.Counted each : counts.constraints()) {
      if (each.domains().isAnywhere()) {
        weighed[weighedCount++] = weighed(each, inside);
      }
    }
    return allKeysNeeded || weighedCount > 0;
  }

  private static Weighed weighed(SpreadCounts.Counted counted, List<NodeInfo> inside) {
    boolean isPerHost = counted.constraint().key().equals(SpreadConstraint.HOSTNAME);
    int domains = isPerHost ? inside.size() : counted.domains().spanOf(inside);
    return new Weighed(
        counted.domains(),
        isPerHost,
        Math.log(domains + 2),
        counted.constraint().maxSkew());
  }

  @Override
  public long score(NodeInfo node) {
    if (allKeysNeeded && !counts.hasAllKeys(node)) {
      return IGNORED;
    }
    double sum = 0;
    for (int i = 0; i < weighedCount; i++) {
      sum += weighed[i].points(node);
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
