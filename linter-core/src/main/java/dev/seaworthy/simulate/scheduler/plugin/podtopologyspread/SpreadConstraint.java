package dev.seaworthy.simulate.scheduler.plugin.podtopologyspread;

import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.scheduler.framework.NodeInfo;
import dev.seaworthy.simulate.scheduler.framework.PodSignature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One wish (or demand) of a pod to be spread evenly over the values of a node label.
 *
 * @param key the node label whose values are the domains
 * @param maxSkew how many more pods than the emptiest domain one may have
 * @param minDomains with fewer domains than this the emptiest counts as empty
 */
record SpreadConstraint(
    String key,
    long maxSkew,
    long minDomains,
    LabelSelector selector,
    Map<String, String> alsoEqual,
    boolean honorsAffinity,
    boolean honorsTaints) {

  static final String HOSTNAME = "kubernetes.io/hostname";

  /** The constraints of {@code pod} that are demands ({@code DoNotSchedule}) or wishes. */
  static List<SpreadConstraint> of(PodSignature pod, boolean demands) {
    List<SpreadConstraint> constraints = new ArrayList<>();
    for (Node item : pod.spec().get("topologySpreadConstraints").items()) {
      if (item.get("whenUnsatisfiable").stringOr("DoNotSchedule").equals("DoNotSchedule")
          == demands) {
        constraints.add(of(item, pod));
      }
    }
    return constraints;
  }

  private static SpreadConstraint of(Node item, PodSignature pod) {
    Map<String, String> equal = new LinkedHashMap<>();
    for (Node key : item.get("matchLabelKeys").items()) {
      String value = pod.labels().get(key.text());
      if (value != null) {
        equal.put(key.text(), value);
      }
    }
    return new SpreadConstraint(
        item.get("topologyKey").text(),
        item.get("maxSkew").longOr(1),
        item.get("minDomains").longOr(1),
        LabelSelector.of(item.get("labelSelector")),
        equal,
        item.get("nodeAffinityPolicy").stringOr("Honor").equals("Honor"),
        item.get("nodeTaintsPolicy").stringOr("Ignore").equals("Honor"));
  }

  /** A wish of the scheduler itself, for pods that say nothing. */
  static SpreadConstraint usual(String key, long maxSkew, LabelSelector selector) {
    return new SpreadConstraint(key, maxSkew, 1, selector, Map.of(), true, false);
  }

  /** Whether a pod with these labels counts. */
  boolean counts(Map<String, String> labels) {
    for (Map.Entry<String, String> entry : alsoEqual.entrySet()) {
      if (!entry.getValue().equals(labels.get(entry.getKey()))) {
        return false;
      }
    }
    return selector.matches(labels);
  }

  /** Whether the pods of {@code node} count at all for {@code pod}. */
  boolean includes(NodeInfo node, PodSignature pod) {
    if (honorsAffinity && !pod.nodeAffinity().allows(node.name(), node.labels())) {
      return false;
    }
    return !honorsTaints
        || node.taints().stream()
            .filter(taint -> !taint.get("effect").text().equals("PreferNoSchedule"))
            .allMatch(pod.tolerations()::tolerate);
  }
}
