package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.StepContext;
import dev.seaworthy.simulate.scenario.language.Target;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What the verbs of {@code kubectl rollout} have in common. */
final class Rollouts {

  private Rollouts() {}

  /** Does something to the object that a step names; the command gives up if it is not there. */
  static Step on(Target target, BiConsumer<StepContext, Resource> action) {
    return context -> {
      Optional<Resource> object = context.object(target);
      object.ifPresentOrElse(
          found -> action.accept(context, found), () -> context.gaveUp(target + " is not there"));
    };
  }

  static boolean isPaused(Resource object) {
    return object.at("spec", "paused").isTrue();
  }
}
