package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.SelectionReader;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.Verb;
import java.util.List;

/** {@code find}. */
final class Find implements Verb {

  @Override
  public List<String> names() {
    return List.of("find");
  }

  @Override
  public String example() {
    return "{kind: Pod, selector: \"app=web,tier!=back\"}";
  }

  @Override
  public String description() {
    return "Counts the objects of a kind that a label selector finds.";
  }

  @Override
  public boolean isDeed() {
    return false;
  }

  @Override
  public Step read(Arguments in) {
    String kind = in.required("kind");
    String selector = in.text("selector");
    LabelSelector query = SelectionReader.selector(in);
    return context -> context.found(
        kind,
        selector,
        context.ofKind(kind).stream()
            .filter(object -> query.matches(object.labels()))
            .count());
  }
}
