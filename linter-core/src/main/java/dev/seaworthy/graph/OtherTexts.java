package dev.seaworthy.graph;

import java.util.Set;

/** Files of an input that hold no objects but may name some: values of charts, templates, patches. */
@FunctionalInterface
public interface OtherTexts {

  /** There are none, or nobody can read them. */
  OtherTexts NONE = (names, known) -> Set.of();

  /**
   * Which of {@code names} stand in such files as whole words.
   *
   * @param known the files that hold objects, by their names in the input
   */
  Set<String> naming(Set<String> names, Set<String> known);
}
