package dev.seaworthy.api;

import java.util.List;
import java.util.Optional;

/**
 * A field of a struct.
 *
 * @param required whether the generated document lists it as required; the server's own validation
 *     decides what that means
 * @param enumeration the values that the document allows, of a list those of its items; empty where
 *     it allows any
 * @param zero the document's default as JSON. Mostly it is only the zero value of a Go field that is
 *     no pointer ({@code {}}, {@code ""}): such a field is never absent from what the server stores
 * @param patch how {@code kubectl apply} merges it
 */
public record Field(
    String name,
    Type type,
    boolean required,
    List<String> enumeration,
    Optional<String> zero,
    Patch patch) {

  public Field {
    enumeration = List.copyOf(enumeration);
  }

  /** A field of which nothing more is known. */
  public Field(String name, Type type, boolean required, List<String> enumeration) {
    this(name, type, required, enumeration, Optional.empty(), Patch.NONE);
  }

  /**
   * How a strategic merge patch treats the field.
   *
   * @param merge whether items of a list are merged instead of the list being replaced
   * @param retainKeys whether keys that the patch does not have are removed from a struct
   * @param key the field that tells the items of a merged list apart; empty for plain values
   */
  public record Patch(boolean merge, boolean retainKeys, String key) {
    public static final Patch NONE = new Patch(false, false, "");
  }
}
