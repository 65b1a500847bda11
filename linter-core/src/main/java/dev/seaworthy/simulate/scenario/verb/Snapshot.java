package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.StepContext;
import dev.seaworthy.simulate.scenario.language.Verb;
import java.util.List;

/** {@code snapshot}. */
final class Snapshot implements Verb {

  @Override
  public List<String> names() {
    return List.of("snapshot");
  }

  @Override
  public String example() {
    return "{}";
  }

  @Override
  public String description() {
    return "Records the state as it is now.";
  }

  @Override
  public boolean isDeed() {
    return false;
  }

  @Override
  public Step read(Arguments in) {
    return StepContext::observe;
  }
}
