package dev.seaworthy;

import dev.seaworthy.graph.InputGraph;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.Relation;
import dev.seaworthy.judge.RelationsCollector.Found;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.report.RelationsReport;
import dev.seaworthy.report.RelationsReport.Edge;
import dev.seaworthy.report.RelationsReport.Node;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Relations as reports show them. */
final class RelationsReports {

  private static final FieldPath KIND = FieldPath.of("kind");

  private final InputGraph graph;

  private RelationsReports(InputGraph graph) {
    this.graph = graph;
  }

  static RelationsReport of(Found found) {
    RelationsReports reports = new RelationsReports(found.graph());
    List<Node> nodes = found.graph().objects().stream().map(reports::node).toList();
    List<Edge> edges = found.relations().stream().map(reports::edge).toList();
    return new RelationsReport(nodes, edges, found.problems());
  }

  private Node node(InputObject object) {
    return new Node(
        object.toString(),
        shortened(graph.unitOf(object).name()),
        Optional.of(object.locationOf(KIND)));
  }

  /** As the user would write it, if it lies below where they are. */
  private static String shortened(String unit) {
    Path folder = Path.of(unit);
    Path here = Path.of("").toAbsolutePath();
    if (!folder.isAbsolute()) {
      return unit.isEmpty() ? "." : unit;
    }
    String relative = here.relativize(folder).toString().replace('\\', '/');
    return relative.isEmpty() ? "." : relative;
  }

  private Edge edge(Relation relation) {
    Node to = relation
        .found()
        .map(this::node)
        .orElseGet(() -> new Node(relation.target().toString(), "", Optional.empty()));
    return new Edge(node(relation.from()), verb(relation), to, remark(relation));
  }

  private static String verb(Relation relation) {
    return switch (relation.kind()) {
      case SELECTS -> "selects";
      case SCALES -> "scales";
      case ROUTES_TO -> "leads to";
      case GRANTS -> "binds";
      case USES -> "uses";
      case PROVIDES -> "makes";
    };
  }

  private static String remark(Relation relation) {
    return switch (relation.state()) {
      case FOUND -> "";
      case ELSEWHERE -> "in another folder, which may be another cluster";
      case PROVIDED ->
        relation.kind() == Relation.Kind.PROVIDES ? "" : "comes into being by itself";
      case MISSING -> "not in the input";
    };
  }
}
