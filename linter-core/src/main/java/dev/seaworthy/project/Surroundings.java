package dev.seaworthy.project;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What lies around the files of an input: rules about relations know it, nothing is reported of it.
 *
 * @param where what was looked at, in words for people: a folder, or what git is to commit
 * @param sources what to read there, without the files of the input
 * @param complete whether all of it may be read; if not, there was more than a look around is worth
 * @param replaced what the input takes the place of or takes away, where it is a change
 */
public record Surroundings(
    String where, List<InputSource> sources, boolean complete, List<InputSource> replaced) {

  public Surroundings {
    sources = List.copyOf(sources);
    replaced = List.copyOf(replaced);
  }

  /** What lies around an input that is no change. */
  public Surroundings(String where, List<InputSource> sources, boolean complete) {
    this(where, sources, complete, List.of());
  }

  /** The same under other names. */
  public Surroundings named(UnaryOperator<String> names) {
    return new Surroundings(
        names.apply(where), named(sources, names), complete, named(replaced, names));
  }

  private static List<InputSource> named(List<InputSource> files, UnaryOperator<String> names) {
    return files.stream()
        .map(source -> source.named(names.apply(source.name())))
        .toList();
  }
}
