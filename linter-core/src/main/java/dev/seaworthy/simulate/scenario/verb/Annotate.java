package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.Verb;
import java.util.List;

/** {@code annotate}. */
final class Annotate implements Verb {

  @Override
  public List<String> names() {
    return List.of("annotate");
  }

  @Override
  public String example() {
    return "{pods: {of: Deployment/web}, annotations: {seen: \"yes\"}}";
  }

  @Override
  public String description() {
    return "Sets annotations of an object or of pods; null removes one.";
  }

  @Override
  public Step read(Arguments in) {
    return Metadata.read(in, "annotations");
  }
}
