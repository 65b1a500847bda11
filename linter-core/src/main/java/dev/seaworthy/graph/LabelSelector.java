package dev.seaworthy.graph;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A question to labels; all of its requirements must hold. One that is absent selects nothing, one
 * without requirements everything.
 */
public final class LabelSelector {

  private final boolean absent;
  private final Map<String, String> equalities;
  private final List<Requirement> requirements;

  private LabelSelector(
      boolean absent, Map<String, String> equalities, List<Requirement> requirements) {
    this.absent = absent;
    this.equalities = equalities;
    this.requirements = requirements;
  }

  /** A requirement of {@code matchExpressions}. */
  public record Requirement(String key, String operator, List<String> values) {

    boolean matches(Map<String, String> labels) {
      String value = labels.get(key);
      return switch (operator) {
        case "In" -> value != null && values.contains(value);
        case "NotIn" -> value == null || !values.contains(value);
        case "Exists" -> value != null;
        case "DoesNotExist" -> value == null;
        default -> false;
      };
    }
  }

  /** Reads {@code matchLabels} and {@code matchExpressions}. */
  public static LabelSelector of(Node selector) {
    Map<String, String> equalities =
        selector.get("matchLabels") instanceof Mapping labels ? labels.strings() : Map.of();
    List<Requirement> requirements = new ArrayList<>();
    for (Node item : selector.get("matchExpressions").items()) {
      List<String> values = item.get("values").items().stream().map(Node::text).toList();
      requirements.add(
          new Requirement(item.get("key").text(), item.get("operator").text(), values));
    }
    return new LabelSelector(selector.isAbsent(), equalities, requirements);
  }

  /** A selector that is a plain mapping of labels, as a Service has it; without any it selects nothing. */
  public static LabelSelector ofLabels(Map<String, String> labels) {
    return new LabelSelector(labels.isEmpty(), labels, List.of());
  }

  /** Whether there is no selector at all. */
  public boolean isAbsent() {
    return absent;
  }

  /** Whether this asks for nothing, and so selects everything. */
  public boolean isEmpty() {
    return !absent && equalities.isEmpty() && requirements.isEmpty();
  }

  /** The labels that must have one value. */
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
    return requirements.stream().allMatch(requirement -> requirement.matches(labels));
  }

  /** This selector without what it asks of {@code keys}. */
  public LabelSelector without(java.util.function.Predicate<String> keys) {
    Map<String, String> kept = new LinkedHashMap<>(equalities);
    kept.keySet().removeIf(keys);
    return new LabelSelector(
        absent, kept, requirements.stream().filter(r -> !keys.test(r.key())).toList());
  }

  /** As {@code kubectl -l} writes it. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    equalities.forEach((key, value) -> parts.add(key + "=" + value));
    for (Requirement requirement : requirements) {
      parts.add(
          switch (requirement.operator()) {
            case "Exists" -> requirement.key();
            case "DoesNotExist" -> "!" + requirement.key();
            default ->
              requirement.key()
                  + (requirement.operator().equals("In") ? " in (" : " notin (")
                  + String.join(", ", requirement.values())
                  + ")";
          });
    }
    return String.join(",", parts);
  }
}
