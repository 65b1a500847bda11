package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Span;
import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.PodSelection;
import dev.seaworthy.simulate.scenario.language.SelectionReader;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.Verb;
import java.util.List;

/** {@code ungate}. */
final class Ungate implements Verb {

  @Override
  public List<String> names() {
    return List.of("ungate");
  }

  @Override
  public String example() {
    return "{of: Deployment/web}";
  }

  @Override
  public String description() {
    return "Removes the scheduling gates of the pods.";
  }

  @Override
  public Step read(Arguments in) {
    PodSelection pods = SelectionReader.pods(in);
    Node nothing = new Scalar(Scalar.Kind.NULL, "null", Span.NONE);
    Mapping patch = Mapping.of("spec", Mapping.of("schedulingGates", nothing));
    return context -> context
        .require(pods)
        .forEach(pod -> context.answered(context.api().patch(ObjectKey.of(pod), patch)));
  }
}
