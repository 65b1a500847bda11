package dev.seaworthy.manifest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way from an object's root to one of its values. Immutable; a child is one small object that
 * points at its parent, so that a walk makes no copies.
 *
 * <p>Written as the API server writes it: {@code spec.containers[0].image}, {@code
 * metadata.labels[app]} for an entry of a map; the root is {@code <nil>} there and empty here.
 */
public final class FieldPath {

  public static final FieldPath ROOT = new FieldPath(null, null, Kind.FIELD, -1);

  private enum Kind {
    FIELD,
    KEY,
    INDEX
  }

  private final @Nullable FieldPath parent;
  private final @Nullable String name;
  private final Kind kind;
  private final int index;

  private FieldPath(@Nullable FieldPath parent, @Nullable String name, Kind kind, int index) {
    this.parent = parent;
    this.name = name;
    this.kind = kind;
    this.index = index;
  }

  public static FieldPath of(String... fields) {
    FieldPath path = ROOT;
    for (String field : fields) {
      path = path.child(field);
    }
    return path;
  }

  /** A field of a struct, written {@code .name}. */
  public FieldPath child(String field) {
    return new FieldPath(this, field, Kind.FIELD, -1);
  }

  /** An entry of a map, written {@code [key]}. */
  public FieldPath key(String key) {
    return new FieldPath(this, key, Kind.KEY, -1);
  }

  /** An item of a list, from 0, written {@code [index]}. */
  public FieldPath index(int item) {
    return new FieldPath(this, null, Kind.INDEX, item);
  }

  public boolean isRoot() {
    return parent == null;
  }

  /** The path one step nearer to the root; empty at the root. */
  public Optional<FieldPath> parent() {
    return Optional.ofNullable(parent);
  }

  /** Whether the last step is an item of a list. */
  public boolean isIndex() {
    return kind == Kind.INDEX;
  }

  /** The paths on the way, from the first step to this one; empty at the root. */
  public List<FieldPath> steps() {
    Deque<FieldPath> steps = new ArrayDeque<>();
    for (FieldPath path = this; path.parent != null; path = path.parent) {
      steps.addFirst(path);
    }
    return List.copyOf(steps);
  }

  /** The last step as text: a field's name, a key, or an index in digits. */
  public String lastStep() {
    return name != null ? name : index >= 0 ? Integer.toString(index) : "";
  }

  /** The value in {@code root} that this path leads to; absent if there is none. */
  public Node resolve(Node root) {
    if (parent == null) {
      return root;
    }
    Node above = parent.resolve(root);
    return name != null ? above.get(name) : above.get(index);
  }

  /**
   * Where to point a reader at: the value; for a value that is absent, the key of the nearest
   * ancestor that exists, or the start of the object.
   */
  public Span spanIn(Node root) {
    Node value = resolve(root);
    if (value != Absent.INSTANCE && value.span().isWritten()) {
      return value.span();
    }
    FieldPath ancestor = parent;
    while (ancestor != null) {
      Span span = ancestor.keySpanIn(root);
      if (span.isWritten()) {
        return span;
      }
      ancestor = ancestor.parent;
    }
    return root.span();
  }

  /** The place of the key (or, in a list, of the item) that this path ends in. */
  public Span keySpanIn(Node root) {
    if (parent == null) {
      return root.span();
    }
    Node above = parent.resolve(root);
    if (name != null && above instanceof Mapping mapping) {
      Mapping.Entry entry = mapping.find(name);
      return entry == null ? Span.NONE : entry.keySpan();
    }
    return above.get(index).span();
  }

  /** The steps without indices, as Go's JSON decoder names a field: {@code spec.containers.name}. */
  public String withoutIndices() {
    Deque<String> steps = new ArrayDeque<>();
    for (FieldPath path = this; path.parent != null; path = path.parent) {
      if (path.name != null) {
        steps.addFirst(path.name);
      }
    }
    return String.join(".", steps);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FieldPath path && toString().equals(path.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    write(out);
    return out.toString();
  }

  private void write(StringBuilder out) {
    if (parent == null) {
      return;
    }
    parent.write(out);
    switch (kind) {
      case FIELD -> out.append(out.isEmpty() ? "" : ".").append(name);
      case KEY -> out.append('[').append(name).append(']');
      case INDEX -> out.append('[').append(index).append(']');
    }
  }
}
