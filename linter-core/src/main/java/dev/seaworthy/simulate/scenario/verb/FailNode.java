package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.Verb;
import java.util.List;

/** {@code failNode}. */
final class FailNode implements Verb {

  @Override
  public List<String> names() {
    return List.of("failNode");
  }

  @Override
  public String example() {
    return "[n1, n2]";
  }

  @Override
  public String description() {
    return "The heartbeats of the nodes stop, and nothing on them moves any more.";
  }

  @Override
  public Step read(Arguments in) {
    List<String> names = in.names("a node");
    return context -> names.forEach(name -> Nodes.at(name, context, context.cluster()::failNode));
  }
}
