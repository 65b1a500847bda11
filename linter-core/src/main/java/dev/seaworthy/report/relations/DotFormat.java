package dev.seaworthy.report.relations;

import dev.seaworthy.report.RelationsReport;
import dev.seaworthy.report.RelationsReport.Edge;
import dev.seaworthy.report.RelationsReport.Node;
import dev.seaworthy.report.text.VisibleLine;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** For Graphviz: a box a unit, dashed what is not in the input. */
final class DotFormat implements RelationsFormat {

  @Override
  public void write(RelationsReport relations, PrintWriter out) {
    NodeIds ids = new NodeIds(relations);
    out.println("digraph relations {");
    out.println("  rankdir=LR;");
    out.println("  node [shape=box, fontname=\"sans-serif\"];");
    int boxes = 0;
    for (Map.Entry<String, List<Node>> unit : ids.byUnit().entrySet()) {
      boolean boxed = !unit.getKey().isEmpty();
      if (boxed) {
        out.println("  subgraph cluster_" + ++boxes + " {");
        out.println("    label=" + quoted(unit.getKey()) + ";");
      }
      unit.getValue().forEach(node -> out.println(line(node, ids)));
      if (boxed) {
        out.println("  }");
      }
    }
    relations.edges().forEach(edge -> out.println(line(edge, ids)));
    out.println("}");
  }

  private static String line(Node node, NodeIds ids) {
    String style = node.place().isPresent() ? "" : ", style=dashed";
    return "    " + ids.of(node) + " [label=" + quoted(node.name()) + style + "];";
  }

  private static String line(Edge edge, NodeIds ids) {
    String style = edge.remark().isEmpty() ? "" : ", style=dashed";
    return "  " + ids.of(edge.from()) + " -> " + ids.of(edge.to()) + " [label="
        + quoted(edge.verb()) + style + "];";
  }

  private static String quoted(String text) {
    return '"' + VisibleLine.safe(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
