package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.Verb;
import java.util.List;

/** {@code recoverNode}. */
final class RecoverNode implements Verb {

  @Override
  public List<String> names() {
    return List.of("recoverNode");
  }

  @Override
  public String example() {
    return "n1";
  }

  @Override
  public String description() {
    return "The nodes come back.";
  }

  @Override
  public Step read(Arguments in) {
    List<String> names = in.names("a node");
    return context ->
        names.forEach(name -> Nodes.at(name, context, context.cluster()::recoverNode));
  }
}
