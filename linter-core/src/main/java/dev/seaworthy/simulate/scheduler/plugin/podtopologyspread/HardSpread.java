package dev.seaworthy.simulate.scheduler.plugin.podtopologyspread;

import dev.seaworthy.simulate.scheduler.framework.DomainCounts;
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
  // How many pods that count a domain may have at most before this one, for each constraint.
  private final long[] most;

  HardSpread(PodSignature pod, SpreadCounts counts) {
    this.pod = pod;
    this.counts = counts;
    this.most = new long[counts.constraints().size()];
  }

  @Override
  public boolean isLocal() {
    return false;
  }

  @Override
  public void catchUp() {
    counts.catchUp();
    for (int i = 0; i < most.length; i++) {
      SpreadCounts.Counted each = counts.constraints().get(i);
      long itself = each.counts(pod) ? 1 : 0;
      long least = each.domains().size() < each.constraint().minDomains()
          ? 0
          : each.domains().least();
      most[i] = each.constraint().maxSkew() + least - itself;
    }
  }

  @Override
  public Status filter(NodeInfo node) {
    for (int i = 0; i < most.length; i++) {
      DomainCounts domains = counts.constraints().get(i).domains();
      if (!domains.isSomewhere(node)) {
        return OUTSIDE;
      }
      if (domains.at(node) > most[i]) {
        return SKEWED;
      }
    }
    return Status.SUCCESS;
  }
}
