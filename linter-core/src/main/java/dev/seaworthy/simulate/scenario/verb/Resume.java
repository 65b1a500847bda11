package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Stage;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.Verb;
import dev.seaworthy.simulate.server.ServerWords;
import dev.seaworthy.simulate.store.ObjectKey;
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

  private static void resume(Stage stage, Resource object) {
    if (Rollouts.isPaused(object)) {
      stage.answered(stage.api().update(object.without("spec", "paused")));
    } else {
      stage.gaveUp(ServerWords.of(ObjectKey.of(object)) + " is not paused");
    }
  }
}
