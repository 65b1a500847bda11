package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.Verb;
import java.time.Duration;
import java.util.List;

/** {@code atSecond}. */
final class AtSecond implements Verb {

  private static final int MINUTE_SECONDS = 60;

  @Override
  public List<String> names() {
    return List.of("atSecond");
  }

  @Override
  public String example() {
    return "30";
  }

  @Override
  public String description() {
    return "Waits until the clock shows this second of a minute.";
  }

  @Override
  public boolean isDeed() {
    return false;
  }

  @Override
  public Step read(Arguments in) {
    long second = in.number("a second of the minute", 0, MINUTE_SECONDS - 1);
    return context -> {
      long now = context.cluster().now().getEpochSecond() % MINUTE_SECONDS;
      context.advance(Duration.ofSeconds(Math.floorMod(second - now, MINUTE_SECONDS)));
    };
  }
}
