package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.PodSelection;
import dev.seaworthy.simulate.scenario.language.SelectionReader;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.Verb;
import java.util.List;

/** {@code setPodCondition}. */
final class SetPodCondition implements Verb {

  @Override
  public List<String> names() {
    return List.of("setPodCondition");
  }

  @Override
  public String example() {
    return "{name: web, type: example.com/ready, status: \"True\"}";
  }

  @Override
  public String description() {
    return "Sets a condition in the status of pods, as a controller for a readiness gate "
        + "does.";
  }

  @Override
  public Step read(Arguments in) {
    PodSelection pods = SelectionReader.pods(in);
    String type = in.required("type");
    String status = in.required("status");
    return context -> {
      for (Resource pod : context.require(pods)) {
        Mapping condition =
            NewCondition.of(type, status, "", "", context.cluster().now());
        context.answered(context
            .cluster()
            .api()
            .updateStatus(Conditions.of(pod).with(condition).in(pod)));
      }
    };
  }
}
