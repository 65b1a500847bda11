package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.Verb;
import dev.seaworthy.simulate.server.Deletion;
import dev.seaworthy.simulate.store.Kinds;
import java.util.List;

/** {@code deleteNode}. */
final class DeleteNode implements Verb {

  @Override
  public List<String> names() {
    return List.of("deleteNode");
  }

  @Override
  public String example() {
    return "n1";
  }

  @Override
  public String description() {
    return "Deletes the object of a node.";
  }

  @Override
  public Step read(Arguments in) {
    ObjectKey node = new ObjectKey(Kinds.NODE, "", Nodes.name(in));
    return context -> context.answered(context.api().delete(node, Deletion.NORMAL));
  }
}
