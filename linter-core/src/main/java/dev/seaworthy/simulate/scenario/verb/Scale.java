package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.Target;
import dev.seaworthy.simulate.scenario.language.Verb;
import java.util.List;

/** {@code scale}. */
final class Scale implements Verb {

  @Override
  public List<String> names() {
    return List.of("scale");
  }

  @Override
  public String example() {
    return "{target: Deployment/web, replicas: 3}";
  }

  @Override
  public String description() {
    return "Sets the number of pods through the scale subresource.";
  }

  @Override
  public Step read(Arguments in) {
    Target target = in.target();
    long replicas = in.count("replicas");
    return context ->
        context.on(target, object -> context.api().scale(ObjectKey.of(object), replicas));
  }
}
