package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.StepContext;
import dev.seaworthy.simulate.scenario.language.Verb;
import java.util.List;

/** {@code rolloutRestart}. */
final class RolloutRestart implements Verb {

  private static final String RESTARTED = "kubectl.kubernetes.io/restartedAt";

  @Override
  public List<String> names() {
    return List.of("rolloutRestart");
  }

  @Override
  public String example() {
    return "Deployment/web";
  }

  @Override
  public String description() {
    return "What kubectl rollout restart does: all pods are replaced by the rules of a "
        + "rollout.";
  }

  @Override
  public Step read(Arguments in) {
    return Rollouts.on(in.target(), RolloutRestart::restart);
  }

  private static void restart(StepContext context, Resource object) {
    if (Rollouts.isPaused(object)) {
      context.gaveUp("can't restart paused deployment (run rollout resume first)");
      return;
    }
    Scalar now = Scalar.of(VirtualClock.timestamp(context.cluster().now()));
    context.answered(context
        .api()
        .update(object.withAt(now, "spec", "template", "metadata", "annotations", RESTARTED)));
  }
}
