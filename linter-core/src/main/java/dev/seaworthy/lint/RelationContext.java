package dev.seaworthy.lint;

import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.manifest.Node;
import java.util.List;

/** What a check of relations may ask: all objects, and what any check may ask. */
public record RelationContext(CheckContext own, ResourceGraph graph, ClosedWorld world) {

  static RelationContext of(CheckContext own, ResourceGraph graph) {
    return new RelationContext(own, graph, new ClosedWorld(graph, own.settings()));
  }

  /** The value of a parameter; absent only if the rule has no such parameter. */
  public Node parameter(String name) {
    return own.parameter(name);
  }

  /** The texts of a parameter that is a list. */
  public List<String> texts(String name) {
    return own.texts(name);
  }
}
