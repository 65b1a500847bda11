package dev.seaworthy.graph;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Units that somebody has said outright; what none of them holds is told apart as before. */
public final class NamedUnits implements Units {

  /**
   * Files that are applied together, and apart from all others.
   *
   * @param name the pattern that somebody has given
   * @param files whether a file, by its name in the input, is one of them
   */
  public record Named(String name, Predicate<String> files) {}

  private final List<Named> named;
  private final Units otherwise;
  private final Map<String, List<Unit>> byFile = new ConcurrentHashMap<>();

  /** The first of {@code named} that holds a file counts. */
  public NamedUnits(List<Named> named, Units otherwise) {
    this.named = List.copyOf(named);
    this.otherwise = otherwise;
  }

  @Override
  public List<Unit> seenFrom(String file) {
    return byFile.computeIfAbsent(file, this::find);
  }

  private List<Unit> find(String file) {
    return named.stream()
        .filter(unit -> unit.files().test(file))
        .findFirst()
        .map(unit -> List.of(new Unit(unit.name())))
        .orElseGet(() -> otherwise.seenFrom(file));
  }
}
