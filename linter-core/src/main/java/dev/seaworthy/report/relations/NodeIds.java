package dev.seaworthy.report.relations;

import dev.seaworthy.report.RelationsReport;
import dev.seaworthy.report.RelationsReport.Edge;
import dev.seaworthy.report.RelationsReport.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Short names for the nodes of a drawing, in their order, and the nodes unit by unit. */
final class NodeIds {

  private final Map<Node, String> ids = new LinkedHashMap<>();

  NodeIds(RelationsReport relations) {
    relations.objects().forEach(this::add);
    for (Edge edge : relations.edges()) {
      add(edge.from());
      add(edge.to());
    }
  }

  private void add(Node node) {
    ids.computeIfAbsent(node, n -> "n" + (ids.size() + 1));
  }

  String of(Node node) {
    return ids.getOrDefault(node, "");
  }

  /** The nodes by what they are applied with; what is not in the input under the empty name. */
  Map<String, List<Node>> byUnit() {
    Map<String, List<Node>> byUnit = new LinkedHashMap<>();
    ids.keySet()
        .forEach(node -> byUnit
            .computeIfAbsent(node.place().isPresent() ? node.unit() : "", u -> new ArrayList<>())
            .add(node));
    return byUnit;
  }
}
