package dev.seaworthy.simulate.scenario.language;

import java.util.List;

/** Something that happens in a story: a verb with what is written under it. */
@FunctionalInterface
public interface Step {

  /** Lets it happen. */
  void on(StepContext context);

  /** The files beside the scenario whose objects it needs; they are read before the story begins. */
  default List<String> manifests() {
    return List.of();
  }
}
