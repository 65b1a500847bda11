package dev.seaworthy.graph;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import java.util.Optional;

/**
 * An object that is there and could not be read. It counts as unknown, not as absent: for those that
 * look for others in its unit.
 *
 * @param file where it stands; empty if nobody knows, so that it may be anywhere
 * @param key what is known of it; parts that nobody knows are empty
 */
public record Unread(Optional<String> file, ObjectKey key) {

  /** The key of an object of which nothing is known. */
  static final ObjectKey ANYTHING = new ObjectKey(new GroupKind("", ""), "", "");

  /** A file of which nothing is known: it may hold whatever is missed. */
  public static Unread in(String file) {
    return new Unread(Optional.of(file), ANYTHING);
  }

  /** Something that may be whatever is missed, wherever that is looked for. */
  public static Unread anywhere() {
    return anywhere(ANYTHING);
  }

  /** An object of which only its name is known. */
  public static Unread anywhere(ObjectKey key) {
    return new Unread(Optional.empty(), key);
  }
}
