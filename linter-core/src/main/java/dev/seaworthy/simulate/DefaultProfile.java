package dev.seaworthy.simulate;

import dev.seaworthy.simulate.scheduler.Profile;
import dev.seaworthy.simulate.scheduler.filter.NodeName;
import dev.seaworthy.simulate.scheduler.filter.NodeResourcesFit;
import dev.seaworthy.simulate.scheduler.filter.NodeUnschedulable;
import dev.seaworthy.simulate.scheduler.filter.TaintToleration;
import dev.seaworthy.simulate.scheduler.score.BalancedAllocation;
import dev.seaworthy.simulate.scheduler.score.LeastAllocated;
import java.util.List;

/** The scheduler's plug-ins as a cluster comes with them, in kube-scheduler's order. */
final class DefaultProfile {

  private DefaultProfile() {}

  static Profile profile() {
    return new Profile(
        List.of(
            new NodeUnschedulable(), new NodeName(), new TaintToleration(), new NodeResourcesFit()),
        List.of(new LeastAllocated(), new BalancedAllocation()));
  }
}
