package dev.seaworthy.api.structure;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A struct type of one release.
 *
 * @param atomic whether it is owned as a whole, not field by field
 * @param open whether it keeps fields that it does not declare
 */
public record TypeEntry(
    TypeName name, boolean atomic, boolean open, SortedMap<String, FieldEntry> fields) {

  public TypeEntry {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
  }
}
