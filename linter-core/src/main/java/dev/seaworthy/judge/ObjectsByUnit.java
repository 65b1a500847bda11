package dev.seaworthy.judge;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.graph.Unit;
import dev.seaworthy.validate.admission.GivenObjects;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Objects by what they are applied with. Of two with the same name the nearer one counts. Safe for use
 * by several threads.
 */
final class ObjectsByUnit {

  /** One object, and which of all it is. */
  private record Numbered(int number, Resource object) {

    ObjectKey key() {
      return ObjectKey.of(object);
    }
  }

  /** Takes objects in order of their creation. */
  static final class Builder {

    private final List<Resource> all = new ArrayList<>();
    private final List<Numbered> everywhere = new ArrayList<>();
    private final Map<Unit, List<Numbered>> byUnit = new HashMap<>();

    /** One that stands in {@code unit}; without one it counts everywhere. */
    void add(Resource object, Optional<Unit> unit) {
      unit.map(one -> byUnit.computeIfAbsent(one, first -> new ArrayList<>(1)))
          .orElse(everywhere)
          .add(new Numbered(all.size(), object));
      all.add(object);
    }

    ObjectsByUnit build() {
      return new ObjectsByUnit(this);
    }
  }

  private final GivenObjects all;
  private final List<Numbered> everywhere;
  private final Map<Unit, List<Numbered>> byUnit;
  private final Map<List<Unit>, GivenObjects> seen = new ConcurrentHashMap<>();

  private ObjectsByUnit(Builder from) {
    this.all = new GivenObjects(from.all, false);
    this.everywhere = from.everywhere;
    this.byUnit = from.byUnit;
  }

  /** All objects, as if they were for one cluster. */
  GivenObjects all() {
    return all;
  }

  /** What stands in {@code units}, the nearest first, and what counts everywhere. */
  GivenObjects in(List<Unit> units) {
    return byUnit.isEmpty() ? all : seen.computeIfAbsent(units, this::collect);
  }

  private GivenObjects collect(List<Unit> units) {
    List<Numbered> found = new ArrayList<>(everywhere);
    Map<ObjectKey, Unit> nearest = new HashMap<>();
    for (Unit unit : units) {
      for (Numbered object : byUnit.getOrDefault(unit, List.of())) {
        if (nearest.computeIfAbsent(object.key(), key -> unit).equals(unit)) {
          found.add(object);
        }
      }
    }
    found.sort(Comparator.comparingInt(Numbered::number));
    return new GivenObjects(found.stream().map(Numbered::object).toList(), false);
  }
}
