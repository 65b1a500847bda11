package dev.seaworthy.graph;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.catalog.KnownKinds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Objects around a change that are called as one of its own, and that are applied apart from it. To
 * those who see the one that goes, or becomes another, they are no evidence that it is still there:
 * they may well be meant for another cluster.
 */
public final class Twins {

  private final Units units;

  /** The units in which the change has, or had, something of that name. */
  private final Map<ObjectKey, Set<Unit>> changed = new HashMap<>();

  /** The objects of those names around it. */
  private final Map<ObjectKey, List<Twin>> twins = new HashMap<>();

  private record Twin(InputObject object, Unit unit) {}

  private Twins(Units units) {
    this.units = units;
  }

  /**
   * @param before the objects of the files that are changed, as they were
   * @param others the objects of those that the change leaves alone
   */
  public static Twins of(
      List<InputObject> before,
      List<InputObject> others,
      String defaultNamespace,
      KnownKinds known,
      Units units) {
    List<InputObject> all = new ArrayList<>(others);
    all.addAll(before);
    Identities identities = Identities.of(all, defaultNamespace, known);
    Twins found = new Twins(units);
    for (InputObject object : before) {
      found
          .changed
          .computeIfAbsent(identities.keyOf(object), key -> new HashSet<>())
          .add(found.unitOf(object));
    }
    others.forEach(object -> found.add(identities.keyOf(object), object));
    return found;
  }

  private Unit unitOf(InputObject object) {
    return units.seenFrom(object.file()).get(0);
  }

  private void add(ObjectKey key, InputObject object) {
    if (changed.containsKey(key)) {
      twins.computeIfAbsent(key, k -> new ArrayList<>(1)).add(new Twin(object, unitOf(object)));
    }
  }

  /** Those that are no evidence to the objects of {@code file}. */
  public Set<InputObject> apartFrom(String file) {
    if (twins.isEmpty()) {
      return Set.of();
    }
    Set<Unit> seen = Set.copyOf(units.seenFrom(file));
    Set<InputObject> apart = new HashSet<>();
    twins.forEach((key, objects) -> {
      if (changed.getOrDefault(key, Set.of()).stream().anyMatch(seen::contains)) {
        objects.stream()
            .filter(twin -> !seen.contains(twin.unit()))
            .forEach(twin -> apart.add(twin.object()));
      }
    });
    return apart;
  }
}
