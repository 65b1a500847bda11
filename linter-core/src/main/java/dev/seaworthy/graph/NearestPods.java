package dev.seaworthy.graph;

import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.graph.LabelIndex.Entry;
import dev.seaworthy.manifest.FieldPath;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Pods that a selector misses by a little.
 *
 * @param place what to look at in the object that holds them
 * @param difference what keeps the selector from selecting them
 */
public record NearestPods(PodTemplate template, FieldPath place, String difference) {

  /** So many values, and keys, are tried in place of one that may be misspelt. */
  private static final int MOST_SLIPS_TRIED = 16;

  /** The nearest pods of the namespace, else pods of another namespace that would be selected there. */
  public static Optional<NearestPods> of(
      LabelSelector selector, String namespace, ResourceGraph graph) {
    return graph.seen().stream()
        .flatMap(unit -> of(selector, namespace, unit.pods()).stream())
        .findFirst()
        .or(() -> inOtherUnits(selector, graph.everything().pods().in(namespace)));
  }

  /** What other units hold has to be very near: people keep kinds in folders of their own, too. */
  private static Optional<NearestPods> inOtherUnits(LabelSelector selector, NamespacePods pods) {
    return firstOneOff(selector, pods.byLabels())
        .map(Entry::item)
        .filter(template -> isOneSlip(selector, template.labels()))
        .flatMap(template -> oneOff(selector, template));
  }

  private static boolean isOneSlip(LabelSelector selector, Map<String, String> labels) {
    return selector.equalities().entrySet().stream()
        .filter(label -> !label.getValue().equals(labels.get(label.getKey())))
        .allMatch(label -> labels.containsKey(label.getKey())
            ? NearestName.isOneSlip(label.getValue(), labels.get(label.getKey()))
            : labels.keySet().stream().anyMatch(k -> NearestName.isOneSlip(label.getKey(), k)));
  }

  private static Optional<NearestPods> of(LabelSelector selector, String namespace, PodIndex all) {
    NamespacePods pods = all.in(namespace);
    Optional<Entry<PodTemplate>> owner = pods.firstOwnerWith(selector);
    Optional<Entry<PodTemplate>> oneOff = firstOneOff(selector, pods.byLabels());
    boolean ownerFirst = owner.isPresent()
        && oneOff.map(Entry::order).orElse(Integer.MAX_VALUE) >= owner.get().order();
    if (ownerFirst) {
      return owner.map(entry -> ofOwnLabels(entry.item()));
    }
    return oneOff.isPresent()
        ? oneOff.flatMap(entry -> oneOff(selector, entry.item()))
        : elsewhere(selector, namespace, all);
  }

  /** A workload that carries the labels itself, where its pods don't. */
  private static NearestPods ofOwnLabels(PodTemplate template) {
    return new NearestPods(
        template,
        FieldPath.of("metadata", "labels"),
        "the labels are missing in " + template.path() + ".metadata.labels");
  }

  /** The first pods for which one label alone is a slip, looked for with that label corrected. */
  private static Optional<Entry<PodTemplate>> firstOneOff(
      LabelSelector selector, LabelIndex<PodTemplate> pods) {
    Optional<Entry<PodTemplate>> first = Optional.empty();
    for (Map.Entry<String, String> label : selector.equalities().entrySet()) {
      Stream<LabelSelector> corrected = Stream.concat(
          pods.nearValues(label.getKey(), label.getValue(), MOST_SLIPS_TRIED).stream()
              .map(value -> selector.with(label.getKey(), value)),
          pods.nearKeys(label.getKey(), label.getValue(), MOST_SLIPS_TRIED).stream()
              .map(key -> selector.without(label.getKey()::equals).with(key, label.getValue())));
      for (LabelSelector asked : corrected.toList()) {
        Optional<Entry<PodTemplate>> found = pods.candidates(asked).stream()
            .filter(entry -> oneOff(selector, entry.item()).isPresent())
            .findFirst();
        first = earlier(first, found);
      }
    }
    return first;
  }

  private static Optional<Entry<PodTemplate>> earlier(
      Optional<Entry<PodTemplate>> one, Optional<Entry<PodTemplate>> other) {
    return one.isEmpty()
            || (other.isPresent() && other.get().order() < one.get().order())
        ? other
        : one;
  }

  /**
   * Pods for which one label alone is a slip: another case, another letter, another spelling of the
   * key.
   */
  private static Optional<NearestPods> oneOff(LabelSelector selector, PodTemplate template) {
    Map<String, String> labels = template.labels();
    Map.Entry<String, String> wanted = null;
    for (Map.Entry<String, String> label : selector.equalities().entrySet()) {
      if (!label.getValue().equals(labels.get(label.getKey()))) {
        if (wanted != null) {
          return Optional.empty();
        }
        wanted = label;
      }
    }
    return wanted == null ? Optional.empty() : oneOff(selector, template, wanted);
  }

  private static Optional<NearestPods> oneOff(
      LabelSelector selector, PodTemplate template, Map.Entry<String, String> wanted) {
    FieldPath place = template.path().child("metadata").child("labels");
    for (Map.Entry<String, String> label : template.labels().entrySet()) {
      boolean sameKey = label.getKey().equals(wanted.getKey());
      boolean sameValue = label.getValue().equals(wanted.getValue());
      boolean slipInValue = sameKey && NearestName.isNear(wanted.getValue(), label.getValue());
      boolean slipInKey = sameValue && NearestName.isNear(wanted.getKey(), label.getKey());
      if ((slipInValue || slipInKey) && matchesWith(selector, template.labels(), wanted)) {
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
      LabelSelector selector, String namespace, PodIndex all) {
    return all.outside(namespace, selector)
        .map(placed -> new NearestPods(
            placed.template(),
            FieldPath.of("metadata", "namespace"),
            "it is in "
                + (placed.namespace().isEmpty()
                    ? "no namespace"
                    : "the namespace " + placed.namespace())));
  }

  /** {@code Deployment web}, to name it in messages. */
  public String owner() {
    return template.owner().resource().kind() + " " + template.owner().name();
  }
}
