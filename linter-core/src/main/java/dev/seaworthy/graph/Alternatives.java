package dev.seaworthy.graph;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Files of a unit of which people apply one in place of another, as nothing but the objects in them
 * tells: editions of an installation that lie side by side hold mostly the same objects, and of
 * samples several have the same one. What a kustomization lists is applied all together; a file beside
 * it may be taken in place of one that is listed.
 */
final class Alternatives {

  static final Alternatives NONE = new Alternatives(Set.of(), Set.of());

  /** People write it into each file of a folder that needs it. */
  private static final GroupKind NAMESPACE = GroupKind.of("", "Namespace");

  /** One that is there twice may be a slip; three times is a habit. */
  private static final int SAMPLES = 3;

  /** So many files with the same object are samples; who of them goes with whom need not be asked. */
  private static final int MANY = 8;

  /** An object, and what it is applied with. */
  record Place(Unit unit, ObjectKey key) {

    // By hand, as in Unit.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Place that && key.equals(that.key) && unit.equals(that.unit);
    }

    @Override
    public int hashCode() {
      return unit.hashCode() * 31 + key.hashCode();
    }
  }

  private record Pair(String one, String other) {}

  private final Set<String> files;
  private final Set<Place> samples;

  private Alternatives(Set<String> files, Set<Place> samples) {
    this.files = files;
    this.samples = samples;
  }

  static Alternatives of(List<InputObject> objects, Identities identities, Units units) {
    if (objects.isEmpty() || areInOneFile(objects)) {
      return NONE;
    }
    Map<Place, Set<String>> filesWith = new HashMap<>();
    Map<String, Integer> sizes = new HashMap<>();
    Set<String> listed = new HashSet<>();
    for (InputObject object : objects) {
      if (mayBeOne(object)) {
        if (!object.placement().unit().isEmpty()) {
          listed.add(object.file());
        }
        Unit unit = units.seenFrom(object.file()).get(0);
        Place place = new Place(unit, identities.keyOf(object));
        if (filesWith.computeIfAbsent(place, p -> new LinkedHashSet<>(2)).add(object.file())) {
          sizes.merge(object.file(), 1, Integer::sum);
        }
      }
    }
    return of(filesWith, sizes, listed);
  }

  private static boolean areInOneFile(List<InputObject> objects) {
    String first = objects.get(0).file();
    return objects.stream().allMatch(object -> object.file().equals(first));
  }

  private static boolean mayBeOne(InputObject object) {
    return !object.name().isEmpty() && !object.kind().equals(NAMESPACE);
  }

  private static Alternatives of(
      Map<Place, Set<String>> filesWith, Map<String, Integer> sizes, Set<String> listed) {
    Set<Place> samples = new HashSet<>();
    Map<String, Integer> inSamples = new HashMap<>();
    Map<Pair, Integer> inBoth = new HashMap<>();
    filesWith.forEach((place, files) -> {
      if (files.size() >= SAMPLES && Collections.disjoint(files, listed)) {
        samples.add(place);
        files.forEach(file -> inSamples.merge(file, 1, Integer::sum));
      }
      if (files.size() >= 2 && files.size() <= MANY) {
        countPairs(new ArrayList<>(files), inBoth);
      }
    });
    inBoth.keySet().removeIf(pair -> listed.contains(pair.one()) && listed.contains(pair.other()));
    Set<String> found = new HashSet<>();
    inSamples.forEach((file, count) -> {
      if (count * 2 >= sizes.getOrDefault(file, 0)) {
        found.add(file);
      }
    });
    inBoth.forEach((pair, count) -> {
      int one = sizes.getOrDefault(pair.one(), 0);
      int other = sizes.getOrDefault(pair.other(), 0);
      if (new FilePair(pair.one(), one, pair.other(), other, count).areAlternatives()) {
        found.add(pair.one());
        found.add(pair.other());
      }
    });
    found.removeAll(listed);
    return new Alternatives(found, samples);
  }

  private static void countPairs(List<String> files, Map<Pair, Integer> inBoth) {
    for (int i = 0; i < files.size(); i++) {
      for (int j = i + 1; j < files.size(); j++) {
        inBoth.merge(new Pair(files.get(i), files.get(j)), 1, Integer::sum);
      }
    }
  }

  /** Whether {@code file} is applied in place of others, or they in place of it. */
  boolean has(String file) {
    return files.contains(file);
  }

  boolean isEmpty() {
    return files.isEmpty();
  }

  /** Whether several files of {@code unit} have the object, so that one of these is meant. */
  boolean isSample(Unit unit, ObjectKey key) {
    return samples.contains(new Place(unit, key));
  }
}
