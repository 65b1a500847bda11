package dev.seaworthy.simulate.kubectl;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Selectors as {@code kubectl} prints them. */
final class Selections {

  private Selections() {}

  /** A mapping of labels: {@code app=web,tier=back}. */
  static String labels(Node labels) {
    return labels instanceof Mapping mapping ? ObjectTables.labels(mapping.strings()) : Column.NONE;
  }

  /** A metav1.LabelSelector: {@code app=web,tier in (back,middle),!old}. */
  static String of(Node selector) {
    List<String> terms = new ArrayList<>();
    if (selector.get("matchLabels") instanceof Mapping labels) {
      new TreeMap<>(labels.strings()).forEach((key, value) -> terms.add(key + "=" + value));
    }
    selector.get("matchExpressions").items().forEach(each -> terms.add(expression(each)));
    return terms.isEmpty() ? Column.NONE : String.join(",", terms);
  }

  private static String expression(Node expression) {
    String key = expression.get("key").text();
    String values = expression.get("values").items().stream()
        .map(Node::text)
        .sorted()
        .collect(Collectors.joining(",", " (", ")"));
    return switch (expression.get("operator").text()) {
      case "Exists" -> key;
      case "DoesNotExist" -> "!" + key;
      case "NotIn" -> key + " notin" + values;
      default -> key + " in" + values;
    };
  }
}
