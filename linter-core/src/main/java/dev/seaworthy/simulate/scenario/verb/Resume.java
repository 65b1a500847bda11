package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.StepContext;
import dev.seaworthy.simulate.scenario.language.Verb;
import dev.seaworthy.simulate.server.ServerWords;
import java.util.List;

/** {@code resume}. */
final class Resume implements Verb {

  @Override
  public List<String> names() {
    return List.of("resume");
  }

  @Override
  public String example() {
    return "Deployment/web";
  }

  @Override
  public String description() {
    return "What kubectl rollout resume does.";
  }

  @Override
  public Step read(Arguments in) {
    return Rollouts.on(in.target(), Resume::resume);
  }

  private static void resume(StepContext context, Resource object) {
    if (Rollouts.isPaused(object)) {
      context.answered(context.api().update(object.without("spec", "paused")));
    } else {
      context.gaveUp(ServerWords.of(ObjectKey.of(object)) + " is not paused");
    }
  }
}
