package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.Verb;
import java.time.Duration;
import java.util.List;

/** {@code advance}. */
final class Advance implements Verb {

  @Override
  public List<String> names() {
    return List.of("advance");
  }

  @Override
  public String example() {
    return "1m30s";
  }

  @Override
  public String description() {
    return "Lets time pass.";
  }

  @Override
  public boolean isDeed() {
    return false;
  }

  @Override
  public Step read(Arguments in) {
    Duration time = in.duration();
    return context -> context.advance(time);
  }
}
