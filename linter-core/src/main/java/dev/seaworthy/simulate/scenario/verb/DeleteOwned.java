package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.Verb;
import dev.seaworthy.simulate.server.Deletion;
import java.util.List;

/** {@code deleteOwned}. */
final class DeleteOwned implements Verb {

  @Override
  public List<String> names() {
    return List.of("deleteOwned");
  }

  @Override
  public String example() {
    return "{of: Deployment/web, kind: ReplicaSet, pick: 1}";
  }

  @Override
  public String description() {
    return "Deletes objects that another one controls, picked by their place in order of "
        + "creation.";
  }

  @Override
  public Step read(Arguments in) {
    OwnedObjects owned = OwnedObjects.read(in);
    Deletion how = Cascades.read(in);
    return context -> owned
        .on(context)
        .forEach(object -> context.answered(context.api().delete(ObjectKey.of(object), how)));
  }
}
