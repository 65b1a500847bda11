package dev.seaworthy.simulate.controller.daemonset;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.DaemonSet;
import dev.seaworthy.simulate.object.NodeAffinityTerms;
import dev.seaworthy.simulate.object.Tolerations;

/**
 * Which nodes a template may run on: those that it selects and whose taints it tolerates. Whether they
 * have room is the scheduler's affair.
 */
record Eligibility(String nodeName, NodeAffinityTerms affinity, Tolerations tolerations) {

  /** Of the present template; read once a version of the set. */
  static Eligibility of(DaemonSet set) {
    return set.resource().as(Eligibility.class, Eligibility::read);
  }

  private static Eligibility read(Resource set) {
    Node spec = set.at("spec", "template", "spec");
    return new Eligibility(
        spec.get("nodeName").text(),
        NodeAffinityTerms.of(spec),
        Tolerations.of(DaemonPod.tolerations(spec)));
  }

  Fit fit(Resource node) {
    boolean isNamed = nodeName.isEmpty() || nodeName.equals(node.name());
    if (!isNamed || !affinity.allows(node.name(), node.labels())) {
      return Fit.GOES;
    }
    if (!tolerates(node, "NoExecute")) {
      return Fit.GOES;
    }
    return tolerates(node, "NoSchedule") ? Fit.RUNS : Fit.STAYS;
  }

  private boolean tolerates(Resource node, String effect) {
    for (Node taint : node.at("spec", "taints").items()) {
      if (taint.get("effect").text().equals(effect) && !tolerations.tolerate(taint)) {
        return false;
      }
    }
    return true;
  }
}
