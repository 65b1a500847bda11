package dev.seaworthy.report.relations;

import dev.seaworthy.report.RelationsReport;
import dev.seaworthy.report.RelationsReport.Edge;
import dev.seaworthy.report.RelationsReport.Node;
import dev.seaworthy.report.text.VisibleLine;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** For Markdown: a box a unit, dotted lines to what is not in the input. */
final class MermaidFormat implements RelationsFormat {

  @Override
  public void write(RelationsReport relations, PrintWriter out) {
    NodeIds ids = new NodeIds(relations);
    out.println("flowchart LR");
    int boxes = 0;
    for (Map.Entry<String, List<Node>> unit : ids.byUnit().entrySet()) {
      boolean boxed = !unit.getKey().isEmpty();
      if (boxed) {
        out.println("  subgraph u" + ++boxes + "[" + quoted(unit.getKey()) + "]");
      }
      unit.getValue()
          .forEach(node -> out.println("    " + ids.of(node) + "[" + quoted(node.name()) + "]"));
      if (boxed) {
        out.println("  end");
      }
    }
    relations.edges().forEach(edge -> out.println(line(edge, ids)));
  }

  private static String line(Edge edge, NodeIds ids) {
    String arrow = edge.remark().isEmpty() ? " -->|" : " -.->|";
    return "  " + ids.of(edge.from()) + arrow + edge.verb() + "| " + ids.of(edge.to());
  }

  /** Mermaid knows no backslash: a quote is an entity. */
  private static String quoted(String text) {
    return '"' + VisibleLine.safe(text).replace("\"", "#quot;") + '"';
  }
}
