package dev.seaworthy.simulate.controller;

import dev.seaworthy.simulate.clock.Seed;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The order in which a controller finds objects in its cache. Kubernetes keeps the keys of those that
 * belong together in a map. One of up to eight entries has eight places: it is gone through from a place
 * drawn by chance, round to it, so that the oldest entry comes first unless the place of another one was
 * drawn. A larger map has no order. Without chance the oldest comes first.
 */
public final class ListingOrder {

  private static final int PLACES = 8;

  private final Seed seed;
  private final SplittableRandom chance;

  /**
   * @param purpose what is listed, for a stream of chance of its own
   */
  public ListingOrder(Seed seed, String purpose) {
    this.seed = seed;
    this.chance = seed.stream(purpose);
  }

  /** Brings {@code objects}, oldest first, into the order in which they are found this time. */
  public void arrange(List<?> objects) {
    if (objects.size() < 2) {
      return;
    }
    if (objects.size() <= PLACES) {
      int begin = seed.choose(PLACES, chance);
      Collections.rotate(objects, begin < objects.size() ? -begin : 0);
    } else if (!seed.equals(Seed.NONE)) {
      shuffle(objects);
    }
  }

  private void shuffle(List<?> objects) {
    for (int end = objects.size(); end > 1; end--) {
      Collections.swap(objects, end - 1, chance.nextInt(end));
    }
  }
}
