package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.Verb;
import java.util.List;

/** {@code uncordon}. */
final class Uncordon implements Verb {

  @Override
  public List<String> names() {
    return List.of("uncordon");
  }

  @Override
  public String example() {
    return "n1";
  }

  @Override
  public String description() {
    return "The node takes pods again.";
  }

  @Override
  public Step read(Arguments in) {
    String node = Nodes.name(in);
    return context -> Nodes.cordon(context, node, false);
  }
}
