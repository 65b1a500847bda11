package dev.seaworthy.project;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What lies around the files of an input: rules about relations know it, nothing is reported of it.
 *
 * @param where what was looked at, in words for people: a folder, or what git is to commit
 * @param sources what to read there, without the files of the input
 * @param complete whether all of it may be read; if not, there was more than a look around is worth
 */
public record Surroundings(String where, List<InputSource> sources, boolean complete) {

  public Surroundings {
    sources = List.copyOf(sources);
  }

  /** The same under other names. */
  public Surroundings named(UnaryOperator<String> names) {
    List<InputSource> renamed =
        sources.stream().map(source -> source.named(names.apply(source.name()))).toList();
    return new Surroundings(names.apply(where), renamed, complete);
  }
}
