package dev.seaworthy.api.structure;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The kinds and types of one release, by name. */
public record Structure(
    SortedMap<String, KindEntry> kindsByName, SortedMap<String, TypeEntry> types)
    implements StructureSource {

  public Structure {
    kindsByName = Collections.unmodifiableSortedMap(new TreeMap<>(kindsByName));
    types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
  }

  @Override
  public Collection<KindEntry> kinds() {
    return kindsByName.values();
  }

  @Override
  public Optional<TypeEntry> type(String name) {
    return Optional.ofNullable(types.get(name));
  }

  /** This structure with what {@code other} has, which counts where both have an entry. */
  public Structure with(Structure other) {
    SortedMap<String, KindEntry> allKinds = new TreeMap<>(kindsByName);
    allKinds.putAll(other.kindsByName);
    SortedMap<String, TypeEntry> allTypes = new TreeMap<>(types);
    allTypes.putAll(other.types);
    return new Structure(allKinds, allTypes);
  }
}
