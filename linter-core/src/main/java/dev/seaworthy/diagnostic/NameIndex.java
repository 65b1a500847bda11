package dev.seaworthy.diagnostic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Many names, to be asked often what was probably meant by another one. What a question costs
 * depends on how many names are like the one in question, hardly on how many there are.
 *
 * <p>Names that differ in their digits alone are a family. Of a family with as many numbers as the
 * name in question only the name with the same numbers counts, and that is looked up.
 */
public final class NameIndex {

  /** A name, and when it was given: of equals the first wins. */
  record Candidate(String name, String folded, int order) {}

  /** Names with the same pattern, in the order given. */
  record Family(String pattern, List<Candidate> members) {}

  private final NameBranches fromStart;
  private final NameBranches fromEnd;
  private final Map<String, List<Candidate>> byFolded = new HashMap<>();

  private NameIndex(Collection<String> names) {
    Map<String, Family> families = new HashMap<>();
    int order = 0;
    for (String name : names) {
      Candidate candidate = new Candidate(name, Slips.folded(name), order++);
      families
          .computeIfAbsent(pattern(candidate.folded()), p -> new Family(p, new ArrayList<>(1)))
          .members()
          .add(candidate);
      byFolded.computeIfAbsent(candidate.folded(), f -> new ArrayList<>(1)).add(candidate);
    }
    fromStart = NameBranches.fromStart(families.values());
    fromEnd = NameBranches.fromEnd(families.values());
  }

  public static NameIndex of(Collection<String> names) {
    return new NameIndex(names);
  }

  /** As {@link NearestName#to} answers for these names. */
  public Optional<String> nearest(String name) {
    return search(name).nearest();
  }

  /** The same, if that name is a single slip off: to look for no more than that takes far less. */
  public Optional<String> oneSlipFrom(String name) {
    return search(name, 1).nearest();
  }

  /** Names that could have been meant, the nearest first, at most {@code most}. */
  public List<String> near(String name, int most) {
    return search(name).near(most);
  }

  NameSearch search(String name) {
    return search(name, Slips.MOST);
  }

  private NameSearch search(String name, int most) {
    NameSearch search = new NameSearch(this, name, most);
    search.run(fromStart);
    search.run(fromEnd);
    return search;
  }

  /** The text with all digits alike; patterns are never further from each other than the names are. */
  static String pattern(String folded) {
    StringBuilder pattern = new StringBuilder(folded);
    for (int i = 0; i < pattern.length(); i++) {
      if (Slips.isDigit(pattern.charAt(i))) {
        pattern.setCharAt(i, '0');
      }
    }
    return pattern.toString();
  }

  /** The names that are {@code folded} but for upper and lower case. */
  List<Candidate> called(String folded) {
    return byFolded.getOrDefault(folded, List.of());
  }
}
