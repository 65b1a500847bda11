package dev.seaworthy.simulate.scheduler;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.NodeAffinity;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.object.Selector;
import dev.seaworthy.simulate.object.Tolerations;
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
public record SpreadConstraint(
    String key,
    long maxSkew,
    long minDomains,
    Selector selector,
    Map<String, String> alsoEqual,
    boolean honorsAffinity,
    boolean honorsTaints) {

  public static final String HOSTNAME = "kubernetes.io/hostname";

  /** The constraints of {@code pod} that are demands ({@code DoNotSchedule}) or wishes. */
  public static List<SpreadConstraint> of(Pod pod, boolean demands) {
    List<SpreadConstraint> constraints = new ArrayList<>();
    for (Node item : pod.resource().at("spec", "topologySpreadConstraints").items()) {
      if (item.get("whenUnsatisfiable").stringOr("DoNotSchedule").equals("DoNotSchedule")
          == demands) {
        constraints.add(of(item, pod));
      }
    }
    return constraints;
  }

  private static SpreadConstraint of(Node item, Pod pod) {
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
        Selector.of(item.get("labelSelector")),
        equal,
        item.get("nodeAffinityPolicy").stringOr("Honor").equals("Honor"),
        item.get("nodeTaintsPolicy").stringOr("Ignore").equals("Honor"));
  }

  /** A wish of the scheduler itself, for pods that say nothing. */
  public static SpreadConstraint usual(String key, long maxSkew, Selector selector) {
    return new SpreadConstraint(key, maxSkew, 1, selector, Map.of(), true, false);
  }

  /** Whether a pod with these labels counts. */
  public boolean counts(Map<String, String> labels) {
    for (Map.Entry<String, String> entry : alsoEqual.entrySet()) {
      if (!entry.getValue().equals(labels.get(entry.getKey()))) {
        return false;
      }
    }
    return selector.matches(labels);
  }

  /** How many pods on {@code node} count, seen from a pod of {@code namespace}. */
  public long countOn(NodeView node, String namespace) {
    return node.pods().stream()
        .filter(pod -> pod.namespace().equals(namespace) && !pod.isBeingDeleted())
        .filter(pod -> counts(pod.labels()))
        .count();
  }

  /** Whether the pods of {@code node} count at all for {@code pod}. */
  public boolean includes(NodeView node, Pod pod) {
    if (honorsAffinity
        && !NodeAffinity.of(pod.resource().at("spec")).allows(node.name(), node.labels())) {
      return false;
    }
    Tolerations tolerations = Tolerations.of(pod.resource());
    return !honorsTaints
        || node.taints().stream()
            .filter(taint -> !taint.get("effect").text().equals("PreferNoSchedule"))
            .allMatch(tolerations::tolerate);
  }
}
