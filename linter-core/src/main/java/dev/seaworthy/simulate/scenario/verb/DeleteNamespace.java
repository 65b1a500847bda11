package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.Target;
import dev.seaworthy.simulate.scenario.language.Verb;
import dev.seaworthy.simulate.server.Deletion;
import java.util.List;

/** {@code deleteNamespace}. */
final class DeleteNamespace implements Verb {

  @Override
  public List<String> names() {
    return List.of("deleteNamespace");
  }

  @Override
  public String example() {
    return "{}";
  }

  @Override
  public String description() {
    return "Deletes the namespace of the story, and with it all that is in it.";
  }

  @Override
  public Step read(Arguments in) {
    Target namespace = new Target("Namespace", "@");
    return context -> context.on(
        namespace, object -> context.api().delete(ObjectKey.of(object), Deletion.NORMAL));
  }
}
