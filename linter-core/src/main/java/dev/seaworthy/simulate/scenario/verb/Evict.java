package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.PodSelection;
import dev.seaworthy.simulate.scenario.language.SelectionReader;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.Verb;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code evict}. */
final class Evict implements Verb {

  @Override
  public List<String> names() {
    return List.of("evict");
  }

  @Override
  public String example() {
    return "{of: Deployment/web, pick: [1, 2]}";
  }

  @Override
  public String description() {
    return "Deletes pods through the eviction API, which asks the disruption budgets.";
  }

  @Override
  public Step read(Arguments in) {
    PodSelection pods = SelectionReader.pods(in);
    Optional<Duration> grace = Graces.read(in);
    return context ->
        context.require(pods).forEach(pod -> context.answered(context.api().evict(pod, grace)));
  }
}
