package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.NodeReader;
import dev.seaworthy.simulate.scenario.language.NodeTemplate;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.StepContext;
import dev.seaworthy.simulate.scenario.language.Verb;
import dev.seaworthy.simulate.store.Kinds;
import java.util.List;

/** {@code addNode}. */
final class AddNode implements Verb {

  @Override
  public List<String> names() {
    return List.of("addNode");
  }

  @Override
  public String example() {
    return "{name: big, count: 2, cpu: \"16\", memory: 64Gi}";
  }

  @Override
  public String description() {
    return "Nodes join; with a count they are called big1, big2 and so on.";
  }

  @Override
  public Step read(Arguments in) {
    NodeTemplate template = NodeReader.read(in);
    return context -> template.names().forEach(name -> add(name, template, context));
  }

  /** What a kubelet would not notice: it takes the node of its name for its own. */
  private static void add(String name, NodeTemplate template, StepContext context) {
    if (context.view().get(Kinds.NODE, "", name).isPresent()) {
      context.missed("there is a node '" + name + "' already");
    } else {
      context.cluster().addNode(name, template.shape());
    }
  }
}
