package dev.seaworthy.api.structure;

import java.util.Collection;
import java.util.Optional;

/** Where a catalogue finds the entries of one release. */
public interface StructureSource {

  Collection<KindEntry> kinds();

  /** The type of that name, {@code core/v1.Container}. */
  Optional<TypeEntry> type(String name);
}
