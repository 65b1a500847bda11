package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.Verb;
import java.util.List;

/** {@code label}. */
final class Label implements Verb {

  @Override
  public List<String> names() {
    return List.of("label");
  }

  @Override
  public String example() {
    return "{target: Deployment/web, labels: {tier: front, old: null}}";
  }

  @Override
  public String description() {
    return "Sets labels of an object or of pods; null removes one.";
  }

  @Override
  public Step read(Arguments in) {
    return Metadata.read(in, "labels");
  }
}
