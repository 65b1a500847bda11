package dev.seaworthy.lint.check;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.ResourceGraph;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files of which one is applied in place of the other: they hold mostly the same objects, as the
 * editions of an installation do that lie side by side, or several files of a folder have the same
 * object, as samples do of which people take one.
 *
 * @param objects what each file holds
 * @param inFolders in how many files of a folder each object is
 * @param known what was found out of two files
 */
record FileVariants(
    Map<String, Set<ObjectKey>> objects,
    Map<String, Map<ObjectKey, Integer>> inFolders,
    Map<Set<String>, Boolean> known) {

  /** One that is there twice may be a slip; three times is a habit. */
  private static final int SAMPLES = 3;

  /** Fewer may be in both by a slip. */
  private static final int LEAST_IN_BOTH = 3;

  static FileVariants of(ResourceGraph graph) {
    Map<String, Set<ObjectKey>> objects = new HashMap<>();
    for (InputObject object : graph.objects()) {
      objects.computeIfAbsent(object.file(), file -> new HashSet<>()).add(graph.keyOf(object));
    }
    Map<String, Map<ObjectKey, Integer>> inFolders = new HashMap<>();
    objects.forEach((file, keys) -> {
      Map<ObjectKey, Integer> counts =
          inFolders.computeIfAbsent(FilePlace.folder(file), folder -> new HashMap<>());
      keys.forEach(key -> counts.merge(key, 1, Integer::sum));
    });
    return new FileVariants(objects, inFolders, new ConcurrentHashMap<>());
  }

  /** Whether the two are of that kind: half of the smaller one, and more, is in the other. */
  boolean are(String one, String other) {
    return !one.equals(other)
        && known.computeIfAbsent(Set.of(one, other), pair -> areVariants(one, other));
  }

  /** Whether the folder of {@code file} has the object so often that one of these is meant. */
  boolean isSample(String file, ObjectKey key) {
    return inFolders.getOrDefault(FilePlace.folder(file), Map.of()).getOrDefault(key, 0) >= SAMPLES;
  }

  private boolean areVariants(String one, String other) {
    Set<ObjectKey> here = objects.getOrDefault(one, Set.of());
    Set<ObjectKey> there = objects.getOrDefault(other, Set.of());
    long inBoth = here.stream().filter(there::contains).count();
    return inBoth >= LEAST_IN_BOTH && inBoth * 2 >= Math.min(here.size(), there.size());
  }
}
