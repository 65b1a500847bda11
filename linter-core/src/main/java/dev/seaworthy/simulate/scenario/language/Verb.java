package dev.seaworthy.simulate.scenario.language;

import java.util.List;

/**
 * A verb of scenario files. All about it stands in one class of the package {@code verb}, where it is
 * found by the build: its name, what is written under it, what it does, and how the reference
 * describes it.
 */
public interface Verb {

  /** The key of a step; where there are several, the others mean the same. */
  List<String> names();

  /** What is written under it, as an example that can be read. */
  String example();

  /** What it does, in a sentence or two, for the reference. */
  String description();

  /** Reads what is written under it; what is wrong with that is told by {@code in}. */
  Step read(Arguments in);

  /** Whether it is something that a person does; the others wait, or look. */
  default boolean isDeed() {
    return true;
  }
}
