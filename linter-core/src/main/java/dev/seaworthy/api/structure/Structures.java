package dev.seaworthy.api.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The structures of several releases, seen as what changed from one to the next. */
final class Structures {

  /** A type apart from its fields. */
  record Shape(boolean atomic, boolean open) {}

  private final SortedMap<Integer, Structure> byRelease;
  private final List<Integer> releases;

  Structures(SortedMap<Integer, Structure> byRelease) {
    this.byRelease = byRelease;
    this.releases = List.copyOf(byRelease.keySet());
  }

  List<Integer> releases() {
    return releases;
  }

  /** The names of all types, by package. */
  SortedMap<String, SortedSet<String>> typesByPackage() {
    SortedMap<String, SortedSet<String>> packages = new TreeMap<>();
    for (Structure structure : byRelease.values()) {
      for (TypeEntry type : structure.types().values()) {
        packages
            .computeIfAbsent(type.name().packageName(), name -> new TreeSet<>())
            .add(type.name().toString());
      }
    }
    return packages;
  }

  /** The names of all kinds whose type is of the package. */
  SortedSet<String> kindsOf(String packageName) {
    SortedSet<String> kinds = new TreeSet<>();
    for (Structure structure : byRelease.values()) {
      structure.kindsByName().forEach((name, kind) -> {
        if (TypeName.packageOf(kind.type()).equals(packageName)) {
          kinds.add(name);
        }
      });
    }
    return kinds;
  }

  List<Run<KindEntry>> kind(String name) {
    return runs(structure -> structure.kindsByName().get(name));
  }

  List<Run<Shape>> type(String name) {
    return runs(structure -> {
      TypeEntry type = structure.types().get(name);
      return type == null ? null : new Shape(type.atomic(), type.open());
    });
  }

  /** The fields of a type within a run of its shape. */
  SortedMap<String, List<Run<FieldEntry>>> fields(String type, Run<Shape> within) {
    SortedMap<String, SortedMap<Integer, FieldEntry>> fields = new TreeMap<>();
    for (int release : during(within)) {
      TypeEntry entry = structureOf(release).types().get(type);
      if (entry != null) {
        entry
            .fields()
            .forEach((name, field) ->
                fields.computeIfAbsent(name, n -> new TreeMap<>()).put(release, field));
      }
    }
    SortedMap<String, List<Run<FieldEntry>>> runs = new TreeMap<>();
    fields.forEach((name, values) -> runs.put(name, Run.of(during(within), values)));
    return runs;
  }

  private List<Integer> during(Run<?> run) {
    return releases.stream().filter(run::covers).toList();
  }

  private Structure structureOf(int release) {
    Structure structure = byRelease.get(release);
    if (structure == null) {
      throw new IllegalStateException("There is no structure of 1." + release);
    }
    return structure;
  }

  private <T> List<Run<T>> runs(Function<Structure, @Nullable T> value) {
    SortedMap<Integer, T> values = new TreeMap<>();
    for (Map.Entry<Integer, Structure> release : byRelease.entrySet()) {
      T found = value.apply(release.getValue());
      if (found != null) {
        values.put(release.getKey(), found);
      }
    }
    return new ArrayList<>(Run.of(releases, values));
  }
}
