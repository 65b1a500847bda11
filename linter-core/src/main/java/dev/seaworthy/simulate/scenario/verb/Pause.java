package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.StepContext;
import dev.seaworthy.simulate.scenario.language.Verb;
import dev.seaworthy.simulate.server.ServerWords;
import java.util.List;

/** {@code pause}. */
final class Pause implements Verb {

  @Override
  public List<String> names() {
    return List.of("pause");
  }

  @Override
  public String example() {
    return "Deployment/web";
  }

  @Override
  public String description() {
    return "What kubectl rollout pause does.";
  }

  @Override
  public Step read(Arguments in) {
    return Rollouts.on(in.target(), Pause::pause);
  }

  private static void pause(StepContext context, Resource object) {
    if (Rollouts.isPaused(object)) {
      context.gaveUp(ServerWords.of(ObjectKey.of(object)) + " is already paused");
    } else {
      context.answered(context.api().update(object.with("spec.paused", Scalar.of(true))));
    }
  }
}
