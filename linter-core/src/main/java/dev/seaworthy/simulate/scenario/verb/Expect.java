package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.simulate.scenario.expectation.Expectations;
import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Claim;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.StepContext;
import dev.seaworthy.simulate.scenario.language.Verb;
import java.time.Duration;
import java.util.List;

/** {@code expect}. */
final class Expect implements Verb {

  @Override
  public List<String> names() {
    return List.of("expect");
  }

  @Override
  public String example() {
    return "{target: Deployment/web, ready: 3, neverFewerAvailable: 2, rolledOutWithin: 2m}";
  }

  @Override
  public String description() {
    return "Fails the scenario unless things are as said: the counts of a target, the number,"
        + " state and place of pods, an event, a refusal. With within it waits that long for it.";
  }

  @Override
  public Step read(Arguments in) {
    List<Claim> claims = Expectations.read(in);
    Duration within = in.duration("within").orElse(Duration.ZERO);
    return new Expecting(claims, within, Expectations.areOfRefusal(in));
  }

  private record Expecting(List<Claim> claims, Duration within, boolean expectsRefusal)
      implements Step {

    @Override
    public void on(StepContext context) {
      context.expect(claims, within);
    }

    @Override
    public boolean isExpectation() {
      return true;
    }
  }
}
