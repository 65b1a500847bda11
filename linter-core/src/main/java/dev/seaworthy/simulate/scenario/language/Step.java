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

  /** Whether it only says how things must be by now. */
  default boolean isExpectation() {
    return false;
  }

  /** Whether it says that the step before it must have been refused. */
  default boolean expectsRefusal() {
    return false;
  }
}
