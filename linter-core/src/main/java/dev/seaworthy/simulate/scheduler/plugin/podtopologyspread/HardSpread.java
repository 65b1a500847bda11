package dev.seaworthy.simulate.scheduler.plugin.podtopologyspread;

import dev.seaworthy.simulate.scheduler.framework.NodeFilter;
import dev.seaworthy.simulate.scheduler.framework.NodeInfo;
import dev.seaworthy.simulate.scheduler.framework.PodSignature;
import dev.seaworthy.simulate.scheduler.framework.Status;

/** No domain may get ahead of the emptiest one by more than the constraints allow. */
final class HardSpread implements NodeFilter {

  private static final String TEXT = "node(s) didn't match pod topology spread constraints";

  private static final Status SKEWED = Status.unschedulable(TEXT);
  private static final Status OUTSIDE = Status.unresolvable(TEXT + " (missing required label)");

  private final PodSignature pod;
  private final SpreadCounts counts;

  HardSpread(PodSignature pod, SpreadCounts counts) {
    this.pod = pod;
    this.counts = counts;
  }

  @Override
  public boolean isLocal() {
    return false;
  }

  @Override
  public void catchUp() {
    counts.catchUp();
  }

  @Override
  public Status filter(NodeInfo node) {
    for (SpreadCounts.Counted each : counts.constraints()) {
      if (!each.domains().isSomewhere(node)) {
        return OUTSIDE;
      }
      long itself = each.counts(pod) ? 1 : 0;
      long least = each.domains().size() < each.constraint().minDomains()
          ? 0
          : each.domains().least();
      if (each.domains().at(node) + itself - least > each.constraint().maxSkew()) {
        return SKEWED;
      }
    }
    return Status.SUCCESS;
  }
}
