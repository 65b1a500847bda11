package dev.seaworthy.simulate.scheduler.plugin.interpodaffinity;

import dev.seaworthy.simulate.scheduler.framework.AffinityTerm;
import dev.seaworthy.simulate.scheduler.framework.NodeFilter;
import dev.seaworthy.simulate.scheduler.framework.NodeInfo;
import dev.seaworthy.simulate.scheduler.framework.PodSignature;
import dev.seaworthy.simulate.scheduler.framework.Snapshot;
import dev.seaworthy.simulate.scheduler.framework.Status;
import java.util.ArrayList;
import java.util.List;

/** What pods of one signature must be near and far from, and who must be far from them. */
final class RequiredTerms implements NodeFilter {

  private static final Status LONELY =
      Status.unresolvable("node(s) didn't match pod affinity rules");
  private static final Status CROWDED =
      Status.unschedulable("node(s) didn't match pod anti-affinity rules");
  private static final Status UNWELCOME =
      Status.unschedulable("node(s) didn't satisfy existing pods anti-affinity rules");

  private final List<AffinityTerm> near;
  private final NodeCounts companions;
  private final NodeCounts avoided;
  private final NodeCounts unwilling;
  private final boolean nearItself;
  private final boolean avoids;
  private boolean first;

  RequiredTerms(PodSignature pod, Snapshot snapshot) {
    near = pod.requiredAffinity();
    nearItself = near.stream().allMatch(term -> term.concerns(pod));
    avoids = !pod.requiredAntiAffinity().isEmpty();
    companions = new NodeCounts(
        snapshot,
        other -> near.stream().allMatch(term -> term.concerns(other)) ? shares(near) : List.of());
    avoided =
        new NodeCounts(snapshot, other -> shares(concerning(pod.requiredAntiAffinity(), other)));
    unwilling =
        new NodeCounts(snapshot, other -> shares(concerning(other.requiredAntiAffinity(), pod)));
  }

  private static List<AffinityTerm> concerning(List<AffinityTerm> terms, PodSignature pod) {
    return terms.stream().filter(term -> term.concerns(pod)).toList();
  }

  private static List<NodeCounts.Share> shares(List<AffinityTerm> terms) {
    List<NodeCounts.Share> shares = new ArrayList<>();
    terms.forEach(term -> shares.add(new NodeCounts.Share(term.key(), 1)));
    return shares;
  }

  @Override
  public boolean isLocal() {
    return false;
  }

  @Override
  public void catchUp() {
    if (!near.isEmpty()) {
      companions.catchUp();
      // The first of pods that want to be near each other has nobody to be near to.
      first = nearItself && companions.isZero();
    }
    if (avoids) {
      avoided.catchUp();
    }
    unwilling.catchUp();
  }

  @Override
  public boolean admitsAll() {
    return near.isEmpty() && (!avoids || avoided.isZero()) && unwilling.isZero();
  }

  @Override
  public Status filter(NodeInfo node) {
    for (AffinityTerm term : near) {
      boolean isPlace = node.labels().containsKey(term.key());
      if (!isPlace || !(first || companions.at(node, term.key()) > 0)) {
        return LONELY;
      }
    }
    if (avoided.isAnyAt(node)) {
      return CROWDED;
    }
    return unwilling.isAnyAt(node) ? UNWELCOME : Status.SUCCESS;
  }
}
