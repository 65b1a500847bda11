package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Look;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.Verb;
import java.util.List;

/** {@code describe}. */
final class Describe implements Verb {

  @Override
  public List<String> names() {
    return List.of("describe");
  }

  @Override
  public String example() {
    return "pod/web";
  }

  @Override
  public String description() {
    return "Shows an object as kubectl describe prints it, in the timeline; the beginning of its"
        + " name will do.";
  }

  @Override
  public boolean isDeed() {
    return false;
  }

  @Override
  public Step read(Arguments in) {
    Look look = Look.describe(in.name("an object"));
    return context -> context.show(look);
  }
}
