package dev.seaworthy.graph;

import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.manifest.FieldPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pods that a selector misses by a little.
 *
 * @param place what to look at in the object that holds them
 * @param difference what keeps the selector from selecting them
 */
public record NearestPods(PodTemplate template, FieldPath place, String difference) {

  /** The nearest pods of the namespace, else pods of another namespace that would be selected there. */
  public static Optional<NearestPods> of(
      LabelSelector selector, String namespace, ResourceGraph graph) {
    for (PodTemplate template : graph.templates(namespace)) {
      Optional<NearestPods> near =
          ownLabels(selector, template).or(() -> oneOff(selector, template));
      if (near.isPresent()) {
        return near;
      }
    }
    return elsewhere(selector, namespace, graph);
  }

  /** A workload that carries the labels itself, where its pods don't. */
  private static Optional<NearestPods> ownLabels(LabelSelector selector, PodTemplate template) {
    boolean isPod = template.path().isRoot();
    return !isPod && selector.matches(template.owner().resource().labels())
        ? Optional.of(new NearestPods(
            template,
            FieldPath.of("metadata", "labels"),
            "the labels are missing in " + template.path() + ".metadata.labels"))
        : Optional.empty();
  }

  /** Pods for which one label alone is a slip: another case, another letter, another spelling of the key. */
  private static Optional<NearestPods> oneOff(LabelSelector selector, PodTemplate template) {
    Map<String, String> labels = template.labels();
    List<Map.Entry<String, String>> wrong = new ArrayList<>();
    for (Map.Entry<String, String> wanted : selector.equalities().entrySet()) {
      if (!wanted.getValue().equals(labels.get(wanted.getKey()))) {
        wrong.add(wanted);
      }
    }
    if (wrong.size() != 1) {
      return Optional.empty();
    }
    Map.Entry<String, String> wanted = wrong.get(0);
    FieldPath place = template.path().child("metadata").child("labels");
    for (Map.Entry<String, String> label : labels.entrySet()) {
      boolean sameKey = label.getKey().equals(wanted.getKey());
      boolean sameValue = label.getValue().equals(wanted.getValue());
      boolean slipInValue = sameKey && NearestName.isNear(wanted.getValue(), label.getValue());
      boolean slipInKey = sameValue && NearestName.isNear(wanted.getKey(), label.getKey());
      if ((slipInValue || slipInKey) && matchesWith(selector, labels, wanted)) {
        return Optional.of(new NearestPods(
            template,
            place.key(label.getKey()),
            "its label is " + label.getKey() + "=" + label.getValue()));
      }
    }
    return Optional.empty();
  }

  private static boolean matchesWith(
      LabelSelector selector, Map<String, String> labels, Map.Entry<String, String> corrected) {
    Map<String, String> all = new LinkedHashMap<>(labels);
    all.put(corrected.getKey(), corrected.getValue());
    return selector.matches(all);
  }

  private static Optional<NearestPods> elsewhere(
      LabelSelector selector, String namespace, ResourceGraph graph) {
    for (String other : graph.namespaces()) {
      if (!other.equals(namespace)) {
        for (PodTemplate template : graph.templatesMatching(selector, other)) {
          return Optional.of(new NearestPods(
              template,
              FieldPath.of("metadata", "namespace"),
              "it is in " + (other.isEmpty() ? "no namespace" : "the namespace " + other)));
        }
      }
    }
    return Optional.empty();
  }

  /** {@code Deployment web}, to name it in messages. */
  public String owner() {
    return template.owner().resource().kind() + " " + template.owner().name();
  }
}
