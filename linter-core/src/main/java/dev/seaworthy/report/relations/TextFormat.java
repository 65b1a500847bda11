package dev.seaworthy.report.relations;

import dev.seaworthy.report.RelationsReport;
import dev.seaworthy.report.RelationsReport.Edge;
import dev.seaworthy.report.RelationsReport.Node;
import dev.seaworthy.report.text.VisibleLine;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** For people: each object with what it does with others, and those that have to do with none. */
final class TextFormat implements RelationsFormat {

  private static final int VERB_WIDTH = 10;

  @Override
  public void write(RelationsReport relations, PrintWriter out) {
    Map<Node, List<Edge>> byObject = new LinkedHashMap<>();
    Set<Node> related = new HashSet<>();
    for (Edge edge : relations.edges()) {
      byObject.computeIfAbsent(edge.from(), n -> new ArrayList<>()).add(edge);
      related.add(edge.from());
      related.add(edge.to());
    }
    byObject.forEach((node, edges) -> {
      out.println(named(node));
      edges.forEach(edge -> out.println(line(edge)));
    });
    List<Node> alone =
        relations.objects().stream().filter(node -> !related.contains(node)).toList();
    if (!alone.isEmpty()) {
      out.println("Nothing names or selects these, nor they others:");
      alone.forEach(node -> out.println("  " + named(node)));
    }
  }

  private static String named(Node node) {
    String place = node.place()
        .map(written -> "  (" + written.file() + ":" + written.line() + ")")
        .orElse("");
    return VisibleLine.safe(node.name() + place);
  }

  private static String line(Edge edge) {
    String verb = edge.verb() + " ".repeat(Math.max(1, VERB_WIDTH - edge.verb().length()));
    String remark = edge.remark().isEmpty() ? "" : "  -- " + edge.remark();
    return VisibleLine.safe("  " + verb + edge.to().name() + remark);
  }
}
