package dev.seaworthy.api.selector;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A question to labels; all of its requirements must hold. One that is absent selects nothing, one
 * without requirements everything (metav1.LabelSelectorAsSelector). Read once and asked often.
 */
public final class LabelSelector {

  /** What a selector that is not there selects. */
  public static final LabelSelector NOTHING = new LabelSelector(true, Map.of(), List.of());

  /** What a selector without requirements selects. */
  public static final LabelSelector EVERYTHING = new LabelSelector(false, Map.of(), List.of());

  private final boolean absent;
  private final Map<String, String> equalities;
  private final List<Requirement> requirements;

  private LabelSelector(
      boolean absent, Map<String, String> equalities, List<Requirement> requirements) {
    this.absent = absent;
    this.equalities = equalities;
    this.requirements = requirements;
  }

  /** Reads a metav1.LabelSelector: {@code matchLabels} and {@code matchExpressions}. */
  public static LabelSelector of(Node selector) {
    if (selector.isAbsent()) {
      return NOTHING;
    }
    Map<String, String> equalities =
        selector.get("matchLabels") instanceof Mapping labels ? labels.strings() : Map.of();
    List<Requirement> requirements = new ArrayList<>();
    for (Node item : selector.get("matchExpressions").items()) {
      List<String> values = item.get("values").items().stream().map(Node::text).toList();
      requirements.add(
          Requirement.of(item.get("key").text(), item.get("operator").text(), values));
    }
    return new LabelSelector(false, equalities, List.copyOf(requirements));
  }

  /**
   * Reads what {@code kubectl -l} takes, {@code app=web,tier!=back}; a text without terms selects
   * everything, and nothing fulfils a term of no known form.
   */
  public static LabelSelector parse(String text) {
    SelectorText read = new SelectorText(text);
    return new LabelSelector(false, read.equalities(), read.requirements());
  }

  /**
   * A selector that is a plain mapping of labels, as Services and ReplicationControllers have it;
   * without any it selects nothing.
   */
  public static LabelSelector ofLabels(Map<String, String> labels) {
    return labels.isEmpty() ? NOTHING : new LabelSelector(false, labels, List.of());
  }

  /** Whether there is no selector at all. */
  public boolean isAbsent() {
    return absent;
  }

  /** Whether this asks for nothing, and so selects everything. */
  public boolean isEmpty() {
    return !absent && equalities.isEmpty() && requirements.isEmpty();
  }

  /** The labels that must have one value, in the order written; each is one to look up by. */
  public Map<String, String> equalities() {
    return equalities;
  }

  public List<Requirement> requirements() {
    return requirements;
  }

  public boolean matches(Map<String, String> labels) {
    if (absent) {
      return false;
    }
    for (Map.Entry<String, String> label : equalities.entrySet()) {
      if (!label.getValue().equals(labels.get(label.getKey()))) {
        return false;
      }
    }
    for (Requirement requirement : requirements) {
      if (!requirement.accepts(labels.get(requirement.key()))) {
        return false;
      }
    }
    return true;
  }

  /** Whether this selects what has {@code labels}, as they stand in an object. */
  public boolean matches(Node labels) {
    if (absent) {
      return false;
    }
    for (Map.Entry<String, String> label : equalities.entrySet()) {
      if (!label.getValue().equals(value(labels, label.getKey()))) {
        return false;
      }
    }
    for (Requirement requirement : requirements) {
      if (!requirement.accepts(value(labels, requirement.key()))) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable String value(Node labels, String key) {
    Node value = labels.get(key);
    return value.isString() ? value.text() : null;
  }

  /** This selector without what it asks of {@code keys}. */
  public LabelSelector without(Predicate<String> keys) {
    if (equalities.keySet().stream().noneMatch(keys)
        && requirements.stream().noneMatch(r -> keys.test(r.key()))) {
      return this;
    }
    Map<String, String> kept = new LinkedHashMap<>(equalities);
    kept.keySet().removeIf(keys);
    return new LabelSelector(
        absent, kept, requirements.stream().filter(r -> !keys.test(r.key())).toList());
  }

  /** This selector, asking for {@code value} of the label {@code key}. */
  public LabelSelector with(String key, String value) {
    Map<String, String> changed = new LinkedHashMap<>(equalities);
    changed.put(key, value);
    return new LabelSelector(absent, changed, requirements);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LabelSelector selector
        && absent == selector.absent
        && equalities.equals(selector.equalities)
        && requirements.equals(selector.requirements);
  }

  @Override
  public int hashCode() {
    return Objects.hash(absent, equalities, requirements);
  }

  /** As {@code kubectl -l} writes it. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    equalities.forEach((key, value) -> parts.add(key + "=" + value));
    requirements.forEach(requirement -> parts.add(requirement.toString()));
    return String.join(",", parts);
  }
}
