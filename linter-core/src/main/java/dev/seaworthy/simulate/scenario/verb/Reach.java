package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Look;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.Verb;
import java.util.List;
import java.util.Optional;

/** {@code reach}. */
final class Reach implements Verb {

  @Override
  public List<String> names() {
    return List.of("reach");
  }

  @Override
  public String example() {
    return "{target: \"svc/web:80\", from: pod/client}";
  }

  @Override
  public String description() {
    return "Tells in the timeline which pod answers, or why nobody does: a target as of dry-run"
        + " --reach.";
  }

  @Override
  public boolean isDeed() {
    return false;
  }

  @Override
  public Step read(Arguments in) {
    boolean isPlain = !in.isMapping();
    String target = isPlain ? in.name("a target") : in.required("target");
    Optional<String> from =
        isPlain ? Optional.empty() : Optional.of(in.text("from")).filter(it -> !it.isEmpty());
    Look look = Look.reach(target, from);
    return context -> context.show(look);
  }
}
