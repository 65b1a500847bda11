package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.PodSelection;
import dev.seaworthy.simulate.scenario.language.SelectionReader;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.Verb;
import dev.seaworthy.simulate.server.Deletion;
import java.util.List;

/** {@code deletePod}. */
final class DeletePod implements Verb {

  @Override
  public List<String> names() {
    return List.of("deletePod");
  }

  @Override
  public String example() {
    return "{of: Deployment/web, pick: 1, gracePeriodSeconds: 0}";
  }

  @Override
  public String description() {
    return "Deletes pods; without gracePeriodSeconds the grace of each pod counts.";
  }

  @Override
  public Step read(Arguments in) {
    PodSelection pods = SelectionReader.pods(in);
    Deletion how = Graces.deletionWithin(Graces.read(in));
    return context -> context
        .require(pods)
        .forEach(pod -> context.answered(context.api().delete(ObjectKey.of(pod), how)));
  }
}
