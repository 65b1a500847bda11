package dev.seaworthy.simulate;

import dev.seaworthy.simulate.scheduler.Application;
import dev.seaworthy.simulate.scheduler.Profile;
import dev.seaworthy.simulate.scheduler.filter.InterPodAffinity;
import dev.seaworthy.simulate.scheduler.filter.NamedNodes;
import dev.seaworthy.simulate.scheduler.filter.NodeName;
import dev.seaworthy.simulate.scheduler.filter.NodePorts;
import dev.seaworthy.simulate.scheduler.filter.NodeResourcesFit;
import dev.seaworthy.simulate.scheduler.filter.NodeSelection;
import dev.seaworthy.simulate.scheduler.filter.NodeUnschedulable;
import dev.seaworthy.simulate.scheduler.filter.PodTopologySpread;
import dev.seaworthy.simulate.scheduler.filter.TaintToleration;
import dev.seaworthy.simulate.scheduler.score.BalancedAllocation;
import dev.seaworthy.simulate.scheduler.score.EvenSpread;
import dev.seaworthy.simulate.scheduler.score.FewestUntolerated;
import dev.seaworthy.simulate.scheduler.score.LeastAllocated;
import dev.seaworthy.simulate.scheduler.score.NodePreference;
import dev.seaworthy.simulate.scheduler.score.PodPreference;
import dev.seaworthy.simulate.store.ClusterView;
import java.util.List;

/** The scheduler's plug-ins as a cluster comes with them, in kube-scheduler's order. */
final class DefaultProfile {

  private DefaultProfile() {}

  static Profile profile(ClusterView view) {
    return new Profile(
        List.of(
            new NamedNodes(),
            new NodeUnschedulable(),
            new NodeName(),
            new TaintToleration(),
            new NodeSelection(),
            new NodePorts(),
            new NodeResourcesFit(),
            new PodTopologySpread(),
            new InterPodAffinity()),
        List.of(
            new FewestUntolerated(),
            new NodePreference(),
            new LeastAllocated(),
            new EvenSpread(pod -> Application.of(pod, view)),
            new PodPreference(),
            new BalancedAllocation()));
  }
}
