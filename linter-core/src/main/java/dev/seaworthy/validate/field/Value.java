package dev.seaworthy.validate.field;

import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A value under judgement: what it is, where it stands, and what stood there before. Checks walk an
 * object by it and report at it, so no check builds paths by hand.
 *
 * <p>The tree is the decoded and defaulted one: no {@code null}s, values of the right types. As in
 * Go, absent text is empty text and an absent number is 0; {@link #isAbsent} tells them apart where
 * the API does.
 */
public final class Value {

  private static final int FIELD = -1;
  private static final int KEY = -2;

  private final Node node;
  private final Node previous;
  private final @Nullable Value parent;
  private final @Nullable String name;

  /** The item's index, or that this is a field or the entry of a map. */
  private final int step;

  /** Made when it is first asked for: most values are looked at and found right. */
  private @Nullable FieldPath path;

  private Value(Node node, FieldPath path, Node previous) {
    this.node = node;
    this.previous = previous;
    this.parent = null;
    this.name = null;
    this.step = FIELD;
    this.path = path;
  }

  private Value(Value parent, @Nullable String name, int step, Node node, Node previous) {
    this.node = node;
    this.previous = previous;
    this.parent = parent;
    this.name = name;
    this.step = step;
  }

  /** The root of an object; {@code previous} is {@link Absent} when it is created. */
  public static Value root(Node object, Node previous) {
    return new Value(object, FieldPath.ROOT, previous);
  }

  /** A value at a place of its own, such as one that was stored as text inside another. */
  public static Value of(Node node, FieldPath path, Node previous) {
    return new Value(node, path, previous);
  }

  /** The value that this one stands in; absent at the root and at places of their own. */
  public Value parent() {
    return parent != null ? parent : new Value(Absent.INSTANCE, path(), Absent.INSTANCE);
  }

  public Node node() {
    return node;
  }

  public FieldPath path() {
    FieldPath known = path;
    if (known == null) {
      known = newPath();
      path = known;
    }
    return known;
  }

  private FieldPath newPath() {
    FieldPath above = parent == null ? FieldPath.ROOT : parent.path();
    if (name == null) {
      return above.index(step);
    }
    return step == KEY ? above.key(name) : above.child(name);
  }

  /** What stood here before; absent when the object is created or had nothing here. */
  public Node previous() {
    return previous;
  }

  /** The previous value as a value to walk, at the same path. */
  public Value before() {
    return new Value(previous, path(), Absent.INSTANCE);
  }

  /** Whether this differs from what stood here before. */
  public boolean isChanged() {
    return !node.sameAs(previous);
  }

  /** The field of a struct. */
  public Value at(String field) {
    return new Value(this, field, FIELD, node.get(field), previous.get(field));
  }

  public Value at(String field, String... more) {
    Value value = at(field);
    for (String next : more) {
      value = value.at(next);
    }
    return value;
  }

  /** The field of a struct that {@code written} is, for whoever goes through all of them. */
  public Value at(Mapping.Entry written) {
    return new Value(this, written.key(), FIELD, written.value(), previous.get(written.key()));
  }

  /** The entry of a map. */
  public Value key(String key) {
    return new Value(this, key, KEY, node.get(key), previous.get(key));
  }

  /** The entry of a map that {@code written} is, for whoever goes through all of them. */
  public Value key(Mapping.Entry written) {
    return new Value(this, written.key(), KEY, written.value(), previous.get(written.key()));
  }

  /** The item of a list; its previous value is the item at the same place. */
  public Value item(int index) {
    return new Value(this, null, index, node.get(index), previous.get(index));
  }

  /** The item of a list that was {@code before} elsewhere in it, or not there at all. */
  public Value item(int index, Node before) {
    return new Value(this, null, index, node.get(index), before);
  }

  /** A key of a map as a value of its own; errors about it are the map's. */
  public Value keyItself(Node key) {
    Value value = new Value(this, null, KEY, key, Absent.INSTANCE);
    value.path = path();
    return value;
  }

  /** The items of a list; each one's previous value is the item at the same place. */
  public List<Value> items() {
    List<Value> items = new ArrayList<>(node.size());
    if (node.isSequence()) {
      for (int i = 0; i < node.size(); i++) {
        items.add(item(i));
      }
    }
    return items;
  }

  /** The entries of a map, as key and value. */
  public void eachEntry(BiConsumer<String, Value> action) {
    for (Mapping.Entry entry : node.entries()) {
      action.accept(entry.key(), key(entry));
    }
  }

  public boolean isAbsent() {
    return node.isAbsent();
  }

  public boolean isPresent() {
    return node.isPresent();
  }

  public int size() {
    return node.size();
  }

  /** The text; empty if absent, as in Go. */
  public String text() {
    return node.text();
  }

  /** The number; 0 if absent, as in Go. */
  public long number() {
    return node.longOr(0);
  }

  public Optional<Long> asLong() {
    return node.asLong();
  }

  /** Whether a boolean {@code true} stands here. */
  public boolean isTrue() {
    return node.isTrue();
  }

  @Override
  public String toString() {
    return path() + "=" + node.toJson();
  }
}
