package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.Verb;
import java.time.Duration;
import java.util.List;

/** {@code settle}. */
final class Settle implements Verb {

  private static final Duration USUAL_QUIET = Duration.ofSeconds(3);

  @Override
  public List<String> names() {
    return List.of("settle");
  }

  @Override
  public String example() {
    return "{quiet: 3s}";
  }

  @Override
  public String description() {
    return "Lets time pass until nothing has changed for a while (3s where quiet is not "
        + "given), then records the state.";
  }

  @Override
  public boolean isDeed() {
    return false;
  }

  @Override
  public Step read(Arguments in) {
    Duration quiet = in.duration("quiet").orElse(USUAL_QUIET);
    return context -> context.settle(quiet);
  }
}
