package dev.seaworthy.simulate.scenario.observation;

import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where an answer departs from what was recorded. A value that varied between recordings is recorded
 * as {@code {"nondeterministic": [a, b]}} and matches any of them, numbers whatever lies between
 * them; items of lists are matched by what names them, pods by all that they are. Times, extremes,
 * the wording of a refusal and how often a retry was told inform and are not compared.
 */
public final class ScenarioComparison {

  private static final String VARIED = "nondeterministic";

  private static final Set<String> INFORMATIVE = Set.of(
      "measuredSeconds",
      "measuredWallSeconds",
      "varied",
      "deterministic",
      "plays",
      "extremes",
      "timeline");

  /** Events that are told again with each try: how often hangs on how pods' starts fall together. */
  private static final Set<String> RETRIES = Set.of("ScalingReplicaSet", "FailedScheduling");

  private static final Map<String, List<String>> KEYS = Map.of(
      "events", List.of("kind", "reason", "type"),
      "conditions", List.of("type"),
      "replicaSets", List.of("owner", "nth"),
      "placement", List.of("owner"),
      "controllerRevisions", List.of("owner"));

  private final List<String> differences = new ArrayList<>();

  private ScenarioComparison() {}

  /** One line a difference, with its place; empty if the answer is as recorded. */
  public static List<String> differences(Node recorded, Node answer) {
    ScenarioComparison comparison = new ScenarioComparison();
    comparison.compare(recorded, answer, "", "");
    return List.copyOf(comparison.differences);
  }

  private void report(String where, String what) {
    differences.add(where + ": " + what);
  }

  private void compare(Node recorded, Node answer, String where, String name) {
    if (isVaried(recorded)) {
      compareVaried(recorded, answer, where);
    } else if (recorded instanceof Mapping mapping) {
      compareMappings(mapping, answer, where, name);
    } else if (recorded.isSequence() && answer.isSequence()) {
      compareLists(recorded, answer, where, name);
    } else if (!recorded.sameAs(answer)) {
      report(where, "%s instead of %s".formatted(brief(answer), brief(recorded)));
    }
  }

  private static boolean isVaried(Node node) {
    return node.size() == 1 && node.get(VARIED).isSequence();
  }

  /** Objects and lists that varied are legitimate in forms that nobody recorded; values are not. */
  private void compareVaried(Node recorded, Node answer, String where) {
    List<Node> values = recorded.get(VARIED).items();
    boolean isRecorded = values.stream().anyMatch(answer::sameAs) || isAmong(values, answer);
    if (!isRecorded && answer instanceof Scalar && answer.isPresent()) {
      report(where, brief(answer) + " is none of " + brief(recorded.get(VARIED)));
    }
  }

  private static boolean isAmong(List<Node> values, Node answer) {
    LongSummaryStatistics range = values.stream()
        .flatMap(value -> value.asLong().stream())
        .mapToLong(Long::longValue)
        .summaryStatistics();
    return answer.asLong().stream()
        .anyMatch(number -> range.getMin() <= number && number <= range.getMax());
  }

  private void compareMappings(Mapping recorded, Node answer, String where, String name) {
    if (!answer.isMapping()) {
      report(where, "an object is expected, not " + brief(answer));
      return;
    }
    for (Mapping.Entry entry : recorded.entries()) {
      String key = entry.key();
      if (INFORMATIVE.contains(key) || (name.equals("rejections") && key.equals("message"))) {
        continue;
      }
      Node actual = answer.get(key);
      if (actual == Absent.INSTANCE) {
        if (!mayBeAbsent(entry.value())) {
          report(where + "." + key, "is missing, recorded " + brief(entry.value()));
        }
      } else {
        compare(entry.value(), actual, where + "." + key, key);
      }
    }
    reportUnrecorded(recorded, answer, where);
  }

  private void reportUnrecorded(Mapping recorded, Node answer, String where) {
    for (Mapping.Entry entry : answer.entries()) {
      if (!recorded.has(entry.key()) && !entry.key().equals("timeline")) {
        report(where + "." + entry.key(), "is not recorded: " + brief(entry.value()));
      }
    }
  }

  private static boolean mayBeAbsent(Node recorded) {
    return isVaried(recorded) && recorded.get(VARIED).items().stream().anyMatch(Node::isAbsent);
  }

  private void compareLists(Node recorded, Node answer, String where, String name) {
    Map<String, Node> expected = byKey(recorded, name);
    Map<String, Node> actual = byKey(answer, name);
    boolean isKeyed = recorded.size() > 0 && isComplete(expected) && isComplete(actual);
    if (isKeyed) {
      compareKeyed(expected, actual, where);
    } else if (recorded.size() == answer.size()
        && recorded.items().stream().allMatch(Node::isMapping)) {
      for (int i = 0; i < recorded.size(); i++) {
        compare(recorded.get(i), answer.get(i), where + "[" + i + "]", name);
      }
    } else if (!recorded.sameAs(answer)) {
      report(where, "%s instead of %s".formatted(brief(answer), brief(recorded)));
    }
  }

  private void compareKeyed(Map<String, Node> expected, Map<String, Node> actual, String where) {
    expected.forEach((key, item) -> {
      Node match = actual.remove(key);
      if (match != null) {
        compare(
            isRetry(item) ? withCountOf(match, item) : item, match, where + "[" + key + "]", "");
      } else if (!mayBeNone(item)) {
        report(where + "[" + key + "]", "is missing");
      }
    });
    actual.keySet().forEach(key -> report(where + "[" + key + "]", "is not recorded"));
  }

  private static boolean isRetry(Node item) {
    return item.get("count").isPresent() && RETRIES.contains(item.get("reason").text());
  }

  private static Node withCountOf(Node match, Node item) {
    return item instanceof Mapping mapping ? mapping.with("count", match.get("count")) : item;
  }

  /** A group of pods or events that was not there in every recording. */
  private static boolean mayBeNone(Node item) {
    return item.at("count", VARIED).items().stream().anyMatch(count -> count.longOr(-1) == 0)
        || mayBeAbsent(item);
  }

  private static boolean isComplete(Map<String, Node> keyed) {
    return !keyed.containsKey("");
  }

  /** Items by what names them; the empty key stands for an item that nothing names. */
  private static Map<String, Node> byKey(Node list, String name) {
    Map<String, Node> items = new LinkedHashMap<>();
    list.items().forEach(item -> items.put(keyOf(item, name), item));
    return items;
  }

  /** An item that varied is named by the first form in which it was recorded. */
  private static String keyOf(Node item, String name) {
    if (isVaried(item)) {
      return item.get(VARIED).items().stream()
          .filter(Node::isMapping)
          .findFirst()
          .map(recorded -> keyOf(recorded, name))
          .orElse("");
    }
    if (!(item instanceof Mapping mapping)) {
      return "";
    }
    if (name.equals("pods")) {
      return canonical(mapping.without("count"));
    }
    List<String> keys = KEYS.getOrDefault(name, List.of());
    if (!keys.isEmpty()) {
      return keys.stream().map(key -> mapping.get(key).toJson()).collect(Collectors.joining("/"));
    }
    return mapping.has("name")
        ? Optional.of(mapping.get("kind").text())
                .filter(kind -> !kind.isEmpty())
                .orElse("-")
            + "/"
            + mapping.get("name").text()
        : "";
  }

  /** JSON with the keys in alphabetical order. */
  private static String canonical(Node node) {
    if (node instanceof Mapping mapping) {
      Map<String, String> entries = new TreeMap<>();
      mapping.entries().forEach(entry -> entries.put(entry.key(), canonical(entry.value())));
      return entries.toString();
    }
    return node.isSequence()
        ? node.items().stream().map(ScenarioComparison::canonical).toList().toString()
        : node.toJson();
  }

  private static String brief(Node node) {
    String text = node.toJson();
    return text.length() <= 160 ? text : text.substring(0, 159) + "…";
  }
}
