package dev.seaworthy.simulate.impact;

import dev.seaworthy.api.ObjectKey;
import java.util.List;

/**
 * What becomes of an object.
 *
 * @param fields in what it differs from before, where it was changed
 * @param words the server's, where it refuses the object; what goes with it, where it is deleted
 */
public record ObjectChange(ObjectKey key, Fate fate, List<FieldChange> fields, String words) {

  public ObjectChange {
    fields = List.copyOf(fields);
  }

  /** What becomes of it. */
  public enum Fate {
    CREATED,
    CHANGED,
    UNCHANGED,
    /** A hook, of which its tool deletes the former one first. */
    MADE_ANEW,
    /** The server does not take it; what was there before stays. */
    REFUSED,
    /** It is no longer in the files, and stays in the cluster. */
    LEFT_BEHIND,
    /** It is no longer in the files, and is deleted. */
    PRUNED
  }

  static ObjectChange of(ObjectKey key, Fate fate) {
    return new ObjectChange(key, fate, List.of(), "");
  }

  /** The fields that make its pods be replaced. */
  public List<FieldChange> ofTemplate() {
    return fields.stream().filter(FieldChange::isOfTemplate).toList();
  }
}
