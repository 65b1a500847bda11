package dev.seaworthy.simulate.controller;

import dev.seaworthy.simulate.clock.Seed;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a controller finds objects in its cache. Kubernetes keeps the keys of those that
 * belong together in a map. One of up to eight entries has eight places, of which a new entry takes the
 * first that is free: it is gone through from a place drawn by chance, round to it, so that the entry of
 * the first place comes first unless another one's or a gap before that was drawn. A larger map has no
 * order. Without chance the first place comes first.
 *
 * @param <T> what is listed
 */
public final class ListingOrder<T> {

  private static final int PLACES = 8;

  private final Seed seed;
  private final SplittableRandom chance;
  private final Function<T, String> identity;
  private final Map<String, @Nullable String[]> places = new HashMap<>();

  /**
   * @param purpose what is listed, for a stream of chance of its own
   * @param identity what tells objects apart
   */
  public ListingOrder(Seed seed, String purpose, Function<T, String> identity) {
    this.seed = seed;
    this.chance = seed.stream(purpose);
    this.identity = identity;
  }

  /** Brings {@code objects} of {@code group}, oldest first, into the order in which they are found. */
  public void arrange(String group, List<T> objects) {
    if (objects.size() < 2 || seed.isNone()) {
      return;
    }
    if (objects.size() <= PLACES) {
      @Nullable String[] taken = places.computeIfAbsent(group, it -> new String[PLACES]);
      Map<String, Integer> placed = placed(taken, objects);
      int begin = chance.nextInt(PLACES);
      objects.sort(Comparator.comparingInt(
          object -> Math.floorMod(placed.getOrDefault(identity.apply(object), 0) - begin, PLACES)));
    } else {
      shuffle(objects);
    }
  }

  /** What belongs to {@code group} is of no more interest. */
  public void forget(String group) {
    places.remove(group);
  }

  private Map<String, Integer> placed(@Nullable String[] taken, List<T> objects) {
    Map<String, Integer> placed = new HashMap<>();
    List<String> present = objects.stream().map(identity).toList();
    for (int i = 0; i < PLACES; i++) {
      String holder = taken[i];
      if (holder != null && present.contains(holder)) {
        placed.put(holder, i);
      } else {
        taken[i] = null;
      }
    }
    int free = 0;
    for (String object : present) {
      if (!placed.containsKey(object)) {
        while (taken[free] != null) {
          free++;
        }
        taken[free] = object;
        placed.put(object, free);
      }
    }
    return placed;
  }

  private void shuffle(List<T> objects) {
    for (int end = objects.size(); end > 1; end--) {
      Collections.swap(objects, end - 1, chance.nextInt(end));
    }
  }
}
