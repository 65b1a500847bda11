package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Look;
import dev.seaworthy.simulate.scenario.language.SelectionReader;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.Verb;
import java.util.List;

/** {@code get}. */
final class Get implements Verb {

  @Override
  public List<String> names() {
    return List.of("get");
  }

  @Override
  public String example() {
    return "{kind: pods, selector: app=web, showLabels: true}";
  }

  @Override
  public String description() {
    return "Shows a table of objects as kubectl get prints it, in the timeline; get: pods will do. "
        + "Several kinds are written deploy,rs.";
  }

  @Override
  public boolean isDeed() {
    return false;
  }

  @Override
  public Step read(Arguments in) {
    boolean isPlain = !in.isMapping();
    String kinds = isPlain ? in.name("a kind") : in.required("kind");
    String selector = isPlain ? "" : in.text("selector");
    if (!isPlain) {
      SelectionReader.selector(in);
    }
    boolean showLabels = !isPlain && in.flag("showLabels");
    Look look = Look.list(List.of(kinds.split(",")), selector, showLabels);
    return context -> context.show(look);
  }
}
