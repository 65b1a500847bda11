package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.Target;
import dev.seaworthy.simulate.scenario.language.Verb;
import dev.seaworthy.simulate.server.Deletion;
import java.util.List;

/** {@code delete}. */
final class Delete implements Verb {

  @Override
  public List<String> names() {
    return List.of("delete");
  }

  @Override
  public String example() {
    return "{target: Deployment/web, cascade: foreground}";
  }

  @Override
  public String description() {
    return "Deletes an object. cascade: background (the default), foreground or orphan.";
  }

  @Override
  public Step read(Arguments in) {
    Target target = in.target();
    Deletion how = Cascades.read(in);
    return context -> context.on(target, object -> context.api().delete(ObjectKey.of(object), how));
  }
}
