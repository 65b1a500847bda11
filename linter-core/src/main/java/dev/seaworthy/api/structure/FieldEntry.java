package dev.seaworthy.api.structure;

import java.util.List;

/**
 * A field of one release.
 *
 * @param type as {@link TypeExpression} writes it
 * @param enumeration the allowed values, of a list those of its items; empty for any
 * @param zero the document's default as JSON; empty if it has none
 * @param patch strategy and merge key of a strategic merge patch ({@code merge by name}, {@code
 *     retainKeys}); empty if it has none
 */
public record FieldEntry(
    String type, boolean required, List<String> enumeration, String zero, String patch) {

  public FieldEntry {
    enumeration = List.copyOf(enumeration);
  }
}
