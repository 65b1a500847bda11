package dev.seaworthy.simulate.scheduler.framework;

import dev.seaworthy.api.Resource;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which pods a pod wants near or far, and what "near" means.
 *
 * @param key the node label whose values are the places
 * @param weight for preferences; 0 for demands
 */
public record AffinityTerm(
    String key,
    long weight,
    LabelSelector selector,
    Set<String> namespaces,
    boolean everywhere,
    Map<String, String> alsoEqual,
    Map<String, String> alsoDifferent) {

  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
  private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";

  /** The demands of a pod under {@code podAffinity} or {@code podAntiAffinity}. */
  static List<AffinityTerm> required(Resource pod, String affinity) {
    List<AffinityTerm> terms = new ArrayList<>();
    for (Node term : pod.at("spec", "affinity", affinity, REQUIRED).items()) {
      terms.add(of(term, 0, pod));
    }
    return List.copyOf(terms);
  }

  /** The preferences of a pod under {@code podAffinity} or {@code podAntiAffinity}. */
  static List<AffinityTerm> preferred(Resource pod, String affinity) {
    List<AffinityTerm> terms = new ArrayList<>();
    for (Node item : pod.at("spec", "affinity", affinity, PREFERRED).items()) {
      terms.add(of(item.get("podAffinityTerm"), item.get("weight").longOr(0), pod));
    }
    return List.copyOf(terms);
  }

  private static AffinityTerm of(Node term, long weight, Resource pod) {
    Set<String> named =
        term.get("namespaces").items().stream().map(Node::text).collect(Collectors.toSet());
    boolean selects = term.get("namespaceSelector").isPresent();
    return new AffinityTerm(
        term.get("topologyKey").text(),
        weight,
        LabelSelector.of(term.get("labelSelector")),
        named.isEmpty() && !selects ? Set.of(pod.namespace()) : named,
        selects && LabelSelector.of(term.get("namespaceSelector")).isEmpty(),
        own(term.get("matchLabelKeys"), pod),
        own(term.get("mismatchLabelKeys"), pod));
  }

  private static Map<String, String> own(Node keys, Resource pod) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Node key : keys.items()) {
      String value = pod.labels().get(key.text());
      if (value != null) {
        values.put(key.text(), value);
      }
    }
    return values;
  }

  /** Whether this is about pods such as {@code other}. */
  public boolean concerns(PodSignature other) {
    if (!everywhere && !namespaces.contains(other.namespace())) {
      return false;
    }
    Map<String, String> labels = other.labels();
    boolean equal = alsoEqual.entrySet().stream()
        .allMatch(entry -> entry.getValue().equals(labels.get(entry.getKey())));
    boolean different = alsoDifferent.entrySet().stream()
        .noneMatch(entry -> entry.getValue().equals(labels.get(entry.getKey())));
    return equal && different && selector.matches(labels);
  }
}
