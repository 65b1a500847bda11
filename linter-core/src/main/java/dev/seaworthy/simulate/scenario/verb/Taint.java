package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.NodeShape;
import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.Target;
import dev.seaworthy.simulate.scenario.language.Verb;
import java.util.ArrayList;
import java.util.List;

/** {@code taint}. */
final class Taint implements Verb {

  @Override
  public List<String> names() {
    return List.of("taint");
  }

  @Override
  public String example() {
    return "{node: n1, add: [\"dedicated=db:NoSchedule\"], remove: [\"old:NoExecute\"]}";
  }

  @Override
  public String description() {
    return "Adds and removes taints of a node, written as kubectl taint takes them.";
  }

  @Override
  public Step read(Arguments in) {
    String node = in.required("node");
    List<String> add = in.texts("add");
    List<String> remove = in.texts("remove");
    return context -> {
      List<Node> taints = context
          .object(new Target("Node", node))
          .map(object -> changed(object, add, remove))
          .orElse(List.of());
      Nodes.patch(context, node, Mapping.of("spec", Mapping.of("taints", Sequence.of(taints))));
    };
  }

  private static List<Node> changed(Resource node, List<String> add, List<String> remove) {
    List<Node> taints = new ArrayList<>(node.at("spec", "taints").items());
    for (String text : remove) {
      taints.removeIf(taint -> isSame(taint, NodeShape.taint(text)));
    }
    for (String text : add) {
      Node added = NodeShape.taint(text);
      taints.removeIf(taint -> isSame(taint, added));
      taints.add(added);
    }
    return taints;
  }

  /** A node has only one taint of a key and effect. */
  private static boolean isSame(Node a, Node b) {
    return a.get("key").text().equals(b.get("key").text())
        && a.get("effect").text().equals(b.get("effect").text());
  }
}
