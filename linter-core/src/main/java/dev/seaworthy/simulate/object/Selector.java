package dev.seaworthy.simulate.object;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A label selector as objects carry it. One without requirements matches everything; an absent one
 * matches nothing ({@link #of}).
 */
public final class Selector {

  private static final Selector NOTHING = new Selector(Map.of(), List.of(), true);

  private final Map<String, String> equalities;
  private final List<Requirement> requirements;
  private final boolean nothing;

  private Selector(
      Map<String, String> equalities, List<Requirement> requirements, boolean nothing) {
    this.equalities = equalities;
    this.requirements = requirements;
    this.nothing = nothing;
  }

  private record Requirement(String key, String operator, List<String> values) {

    boolean holds(Map<String, String> labels) {
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

  /** Reads a {@code metav1.LabelSelector}. */
  public static Selector of(Node selector) {
    if (selector.isAbsent()) {
      return NOTHING;
    }
    Map<String, String> equalities =
        selector.get("matchLabels") instanceof Mapping labels ? labels.strings() : Map.of();
    List<Requirement> requirements = new ArrayList<>();
    for (Node item : selector.get("matchExpressions").items()) {
      requirements.add(new Requirement(
          item.get("key").text(),
          item.get("operator").text(),
          item.get("values").items().stream().map(Node::text).toList()));
    }
    return new Selector(equalities, List.copyOf(requirements), false);
  }

  /** A selector of plain equalities, as Services and ReplicationControllers have. */
  public static Selector ofEqualities(Map<String, String> equalities) {
    return new Selector(equalities, List.of(), false);
  }

  public boolean matches(Map<String, String> labels) {
    if (nothing) {
      return false;
    }
    for (Map.Entry<String, String> entry : equalities.entrySet()) {
      if (!entry.getValue().equals(labels.get(entry.getKey()))) {
        return false;
      }
    }
    return requirements.stream().allMatch(requirement -> requirement.holds(labels));
  }

  /** Whether nothing is required, so that everything matches. */
  public boolean isEmpty() {
    return !nothing && equalities.isEmpty() && requirements.isEmpty();
  }

  /** An equality that every match fulfils, for index look-ups. */
  public Optional<Map.Entry<String, String>> anyEquality() {
    return equalities.entrySet().stream().findFirst();
  }
}
