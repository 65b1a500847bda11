package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.manifest.FieldPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Objects that an input holds several times, and not alike: folders for several clusters, or editions
 * that lie side by side. Applied one over the other they make a cluster that nobody has, so that the
 * last one stands for all.
 */
public final class OverwrittenObjects {

  /** More than these are counted. */
  private static final int MOST = 3;

  private static final FieldPath NAME = FieldPath.of("metadata", "name");

  private final Map<ObjectKey, List<InputObject>> written = new LinkedHashMap<>();

  /** {@code object} is applied as {@code key}; one whose name is yet to be made up is never another. */
  public void add(ObjectKey key, InputObject object) {
    if (key.name().isEmpty()) {
      return;
    }
    written.computeIfAbsent(key, first -> new ArrayList<>(1)).add(object);
  }

  /** Those that another one stands for. */
  public Set<InputObject> covered() {
    Set<InputObject> covered = Collections.newSetFromMap(new IdentityHashMap<>());
    written.values().stream()
        .filter(OverwrittenObjects::differ)
        .forEach(same -> covered.addAll(same.subList(0, same.size() - 1)));
    return covered;
  }

  /** What there is to tell; empty if each object is there once, or always the same. */
  public Optional<Diagnostic> tell() {
    List<List<InputObject>> all =
        written.values().stream().filter(OverwrittenObjects::differ).toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(tell(all));
  }

  private static boolean differ(List<InputObject> same) {
    return same.stream()
        .skip(1)
        .anyMatch(
            other -> !other.resource().root().sameAs(same.get(0).resource().root()));
  }

  private static Diagnostic tell(List<List<InputObject>> all) {
    InputObject first = all.get(0).get(0);
    String objects = all.size() == 1
        ? "1 object stands in several places"
        : all.size() + " objects stand in several places";
    String names =
        all.stream().limit(MOST).map(OverwrittenObjects::places).collect(Collectors.joining("; "));
    String more = all.size() > MOST ? "; and " + (all.size() - MOST) + " more" : "";
    return Diagnostic.of(
            OutcomeCodes.OVERWRITTEN,
            Severity.WARNING,
            objects + ", and the last one is played: " + names + more,
            first.locationOf(NAME))
        .withSubject(first.subject())
        .withRelated(all.get(0).stream()
            .skip(1)
            .map(other -> new Diagnostic.Related(other.locationOf(NAME), "and here"))
            .toList())
        .withRemedy(remedy(all.get(0)));
  }

  private static String places(List<InputObject> same) {
    return same.get(0).resource() + " in "
        + same.stream()
            .limit(same.size() == MOST ? MOST : 2)
            .map(object -> object.locationOf(NAME).inSentence())
            .collect(Collectors.joining(" and "))
        + (same.size() > MOST ? " and " + (same.size() - 2) + " places more" : "");
  }

  private static String remedy(List<InputObject> same) {
    String file = same.get(0).file();
    String other = same.get(same.size() - 1).file();
    if (file.equals(other)) {
      return "leave all but one of them out";
    }
    return "play what belongs to one cluster by itself: " + apart(file, other) + " or "
        + apart(other, file);
  }

  /** The least of the path of {@code file} that {@code other} does not lie in. */
  private static String apart(String file, String other) {
    return IntStream.range(0, file.length())
        .filter(i -> file.charAt(i) == '/')
        .mapToObj(i -> file.substring(0, i + 1))
        .filter(folder -> !other.startsWith(folder))
        .findFirst()
        .orElse(file);
  }
}
