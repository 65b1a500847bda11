package dev.seaworthy.lint;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.edit.Change;
import java.util.ArrayList;
import java.util.List;

/**
 * How to change an object so that a rule finds nothing any more.
 *
 * @param safe whether the object means the same afterwards, to everyone; what only its author can
 *     judge is not safe
 */
public record Repair(List<Change> changes, boolean safe) {

  public Repair {
    changes = List.copyOf(changes);
  }

  /** Nothing yet; the object will mean the same. */
  public static Repair inForm() {
    return new Repair(List.of(), true);
  }

  /** Nothing yet; only the author can say whether it will be right. */
  public static Repair inMeaning() {
    return new Repair(List.of(), false);
  }

  /** And writes a value, in place of the one that is there. */
  public Repair put(FieldPath path, Node value) {
    return with(new Change.Put(path, value));
  }

  /** And takes a key or an item out. */
  public Repair remove(FieldPath path) {
    return with(new Change.Remove(path));
  }

  /** And gives a key another name. */
  public Repair rename(FieldPath path, String name) {
    return with(new Change.Rename(path, name));
  }

  private Repair with(Change change) {
    List<Change> more = new ArrayList<>(changes);
    more.add(change);
    return new Repair(more, safe);
  }
}
