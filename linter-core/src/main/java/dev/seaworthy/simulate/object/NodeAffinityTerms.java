package dev.seaworthy.simulate.object;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which nodes a pod asks for: by selector, by required terms, by preference. */
public final class NodeAffinityTerms {

  private static final String NAME_FIELD = "metadata.name";

  private final Map<String, String> selector;
  private final Node required;
  private final List<Node> preferred;

  private NodeAffinityTerms(Map<String, String> selector, Node required, List<Node> preferred) {
    this.selector = selector;
    this.required = required;
    this.preferred = preferred;
  }

  /** Reads it from a pod's {@code spec}. */
  public static NodeAffinityTerms of(Node podSpec) {
    Node affinity = podSpec.at("affinity", "nodeAffinity");
    return new NodeAffinityTerms(
        podSpec.get("nodeSelector") instanceof Mapping mapping ? mapping.strings() : Map.of(),
        affinity.get("requiredDuringSchedulingIgnoredDuringExecution"),
        affinity.get("preferredDuringSchedulingIgnoredDuringExecution").items());
  }

  /** Reads from which nodes a volume of this {@code spec} can be reached. */
  public static NodeAffinityTerms ofVolume(Node volumeSpec) {
    return new NodeAffinityTerms(Map.of(), volumeSpec.at("nodeAffinity", "required"), List.of());
  }

  /** Whether the pod may go to a node of this name and these labels. */
  public boolean allows(String node, Map<String, String> labels) {
    for (Map.Entry<String, String> entry : selector.entrySet()) {
      if (!entry.getValue().equals(labels.get(entry.getKey()))) {
        return false;
      }
    }
    return required.isAbsent()
        || required.get("nodeSelectorTerms").items().stream()
            .anyMatch(term -> matches(term, node, labels));
  }

  /** The weights of the preferences that the node fulfils, summed up. */
  public long preference(String node, Map<String, String> labels) {
    return preferred.stream()
        .filter(item -> matches(item.get("preference"), node, labels))
        .mapToLong(item -> item.get("weight").longOr(0))
        .sum();
  }

  public boolean hasPreferences() {
    return !preferred.isEmpty();
  }

  /** The only nodes that can come into question, where every term names its nodes. */
  public Optional<Set<String>> names() {
    List<Node> terms = required.get("nodeSelectorTerms").items();
    if (terms.isEmpty()) {
      return Optional.empty();
    }
    Set<String> names = new HashSet<>();
    for (Node term : terms) {
      Optional<Node> field = term.get("matchFields").items().stream()
          .filter(item -> item.get("key").text().equals(NAME_FIELD))
          .filter(item -> item.get("operator").text().equals("In"))
          .findFirst();
      if (field.isEmpty()) {
        return Optional.empty();
      }
      field.get().get("values").items().forEach(value -> names.add(value.text()));
    }
    return Optional.of(names);
  }

  private static boolean matches(Node term, String node, Map<String, String> labels) {
    List<Node> expressions = term.get("matchExpressions").items();
    List<Node> fields = term.get("matchFields").items();
    if (expressions.isEmpty() && fields.isEmpty()) {
      return false;
    }
    Map<String, String> names = Map.of(NAME_FIELD, node);
    return expressions.stream().allMatch(item -> holds(item, labels))
        && fields.stream().allMatch(item -> holds(item, names));
  }

  private static boolean holds(Node requirement, Map<String, String> labels) {
    String value = labels.get(requirement.get("key").text());
    List<String> values =
        requirement.get("values").items().stream().map(Node::text).toList();
    return switch (requirement.get("operator").text()) {
      case "In" -> value != null && values.contains(value);
      case "NotIn" -> value == null || !values.contains(value);
      case "Exists" -> value != null;
      case "DoesNotExist" -> value == null;
      case "Gt" -> compare(value, values) > 0;
      case "Lt" -> compare(value, values) < 0;
      default -> false;
    };
  }

  /** The sign of a label's number less the bound; 0 where either is no number. */
  private static int compare(@Nullable String value, List<String> bounds) {
    if (value == null || bounds.size() != 1) {
      return 0;
    }
    try {
      return Long.compare(Long.parseLong(value), Long.parseLong(bounds.get(0)));
    } catch (NumberFormatException noNumber) {
      return 0;
    }
  }
}
