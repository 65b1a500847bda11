package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.Verb;
import java.util.List;

/** {@code scaleOwned}. */
final class ScaleOwned implements Verb {

  @Override
  public List<String> names() {
    return List.of("scaleOwned");
  }

  @Override
  public String example() {
    return "{of: Deployment/web, kind: ReplicaSet, pick: 1, replicas: 2}";
  }

  @Override
  public String description() {
    return "Scales objects that another one controls, picked by their place in order of "
        + "creation.";
  }

  @Override
  public Step read(Arguments in) {
    OwnedObjects owned = OwnedObjects.read(in);
    long replicas = in.count("replicas");
    return context -> owned
        .on(context)
        .forEach(object -> context.answered(context.api().scale(ObjectKey.of(object), replicas)));
  }
}
