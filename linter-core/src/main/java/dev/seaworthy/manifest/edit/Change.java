package dev.seaworthy.manifest.edit;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;

/** A change of one place of an object. */
public sealed interface Change {

  /** The place. */
  FieldPath path();

  /**
   * Writes a value, in place of the one that is there. Mappings that are missing on the way are made;
   * the index behind the last item of a list adds an item.
   */
  record Put(FieldPath path, Node value) implements Change {}

  /** Takes a key or an item out, with its value; what is left empty stays as {@code {}} or {@code []}. */
  record Remove(FieldPath path) implements Change {}

  /** Gives a key another name, which its mapping must not have yet. */
  record Rename(FieldPath path, String name) implements Change {}
}
