package dev.seaworthy.simulate.scheduler.filter;

import dev.seaworthy.simulate.object.Amounts;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.object.PodRequests;
import dev.seaworthy.simulate.scheduler.Filter;
import dev.seaworthy.simulate.scheduler.NodeView;
import dev.seaworthy.simulate.scheduler.NodeViews;
import dev.seaworthy.simulate.scheduler.Reason;
import dev.seaworthy.simulate.scheduler.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the pods of a node request together must not exceed what the node has. */
public final class NodeResourcesFit implements Filter {

  @Override
  public Judge judge(Pod pod, NodeViews cluster) {
    Amounts wanted = PodRequests.of(pod.resource().at("spec"));
    return node -> objections(wanted, node);
  }

  private static List<Reason> objections(Amounts wanted, NodeView node) {
    List<Reason> reasons = new ArrayList<>();
    if (node.pods().size() + 1 > node.allocatable().get("pods")) {
      reasons.add(Reason.removable("Too many pods"));
    }
    for (Map.Entry<String, Long> entry : wanted.entries().entrySet()) {
      String resource = entry.getKey();
      long has = node.allocatable().get(resource);
      if (entry.getValue() > 0 && entry.getValue() > has - node.requested().get(resource)) {
        reasons.add(new Reason("Insufficient " + resource, entry.getValue() > has));
      }
    }
    return reasons;
  }

  @Override
  public Set<Trigger> retriedOn() {
    return Set.of(Trigger.NODE_ADDED, Trigger.NODE_CHANGED, Trigger.POD_LEFT);
  }
}
