package dev.seaworthy.simulate.scheduler.plugin.podtopologyspread;

import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.simulate.scheduler.framework.Handle;
import dev.seaworthy.simulate.scheduler.framework.NodeInfo;
import dev.seaworthy.simulate.scheduler.framework.NodeScore;
import dev.seaworthy.simulate.scheduler.framework.PodSignature;
import java.util.List;
import java.util.Optional;

/**
 * Spreads pods that say nothing over hosts and zones, together with those that the same Services and
 * the same owner select. Looks those up anew when they can have changed.
 */
final class DefaultSpread implements NodeScore {

  private static final String ZONE = "topology.kubernetes.io/zone";

  private final PodSignature pod;
  private final Handle handle;
  private long generation = -1;
  private NodeScore spread = SKIP;

  DefaultSpread(PodSignature pod, Handle handle) {
    this.pod = pod;
    this.handle = handle;
  }

  @Override
  public boolean isLocal() {
    return false;
  }

  @Override
  public boolean preScore(List<NodeInfo> candidates) {
    if (generation != handle.defaultSelector().generation()) {
      generation = handle.defaultSelector().generation();
      Optional<LabelSelector> selector = handle.defaultSelector().of(pod);
      spread = selector.isPresent() ? over(selector.get()) : SKIP;
    }
    return spread.preScore(candidates);
  }

  private NodeScore over(LabelSelector selector) {
    List<SpreadConstraint> constraints = List.of(
        SpreadConstraint.usual(SpreadConstraint.HOSTNAME, 3, selector),
        SpreadConstraint.usual(ZONE, 5, selector));
    return new SoftSpread(new SpreadCounts(constraints, pod, handle.snapshot(), false), false);
  }

  @Override
  public long score(NodeInfo node) {
    return spread.score(node);
  }

  @Override
  public void normalize(long[] points) {
    spread.normalize(points);
  }
}
