package dev.seaworthy.api;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An object: a tree that says what kind it is. Immutable; {@link #with} gives a changed copy.
 *
 * <p>What is read of it again and again (its kind, its labels, a {@linkplain #as view} of it) is
 * read once; threads that race read the same.
 */
public final class Resource {

  private final GroupVersionKind gvk;
  private final GroupKind groupKind;
  private final Mapping root;
  private @Nullable Map<String, String> labels;
  private @Nullable Map<String, String> annotations;
  private @Nullable Object view;

  public Resource(Mapping root) {
    this.root = root;
    this.gvk =
        GroupVersionKind.of(root.get("apiVersion").text(), root.get("kind").text());
    this.groupKind = gvk.groupKind();
  }

  /** A changed copy that is of the same kind still. */
  private Resource(Mapping root, Resource former) {
    this.root = root;
    this.gvk = former.gvk;
    this.groupKind = former.groupKind;
    this.labels = sharesWith(former, "labels") ? former.labels : null;
    this.annotations = sharesWith(former, "annotations") ? former.annotations : null;
  }

  private boolean sharesWith(Resource former, String field) {
    Node metadata = root.get("metadata");
    Node before = former.root.get("metadata");
    return metadata == before || metadata.get(field) == before.get(field);
  }

  private Resource changed(Mapping changed) {
    if (changed == root) {
      return this;
    }
    boolean sameKind = changed.get("kind") == root.get("kind")
        && changed.get("apiVersion") == root.get("apiVersion");
    return sameKind ? new Resource(changed, this) : new Resource(changed);
  }

  public GroupVersionKind gvk() {
    return gvk;
  }

  public GroupKind groupKind() {
    return groupKind;
  }

  public String kind() {
    return gvk.kind();
  }

  public Mapping root() {
    return root;
  }

  public Node at(String... keys) {
    return root.at(keys);
  }

  /** The name; empty if there is none. */
  public String name() {
    return root.get("metadata").get("name").text();
  }

  /** The namespace as written; empty if there is none. */
  public String namespace() {
    return root.get("metadata").get("namespace").text();
  }

  public Map<String, String> labels() {
    Map<String, String> read = labels;
    if (read == null) {
      read = Collections.unmodifiableMap(strings("metadata", "labels"));
      labels = read;
    }
    return read;
  }

  public Map<String, String> annotations() {
    Map<String, String> read = annotations;
    if (read == null) {
      read = Collections.unmodifiableMap(strings("metadata", "annotations"));
      annotations = read;
    }
    return read;
  }

  /** The text entries of the mapping at {@code keys}, in the order written. */
  public Map<String, String> strings(String... keys) {
    return root.at(keys) instanceof Mapping mapping ? mapping.strings() : Map.of();
  }

  /** The owner that is marked as controller. */
  public Optional<Node> controller() {
    for (Node owner : root.get("metadata").get("ownerReferences").items()) {
      if (owner.get("controller").isTrue()) {
        return Optional.of(owner);
      }
    }
    return Optional.empty();
  }

  /**
   * This object as a reader of its kind sees it: what {@code parse} makes of it, kept for whoever
   * asks next. The latest kind of view is kept, so an object should be seen in one way only.
   */
  public <V> V as(Class<V> kind, Function<Resource, V> parse) {
    Object kept = view;
    if (kind.isInstance(kept)) {
      return kind.cast(kept);
    }
    V parsed = parse.apply(this);
    view = parsed;
    return parsed;
  }

  /** This object with the value at a dotted path such as {@code spec.replicas} set. */
  public Resource with(String dottedPath, Node value) {
    return changed(root.withAt(List.of(dottedPath.split("\\.")), value));
  }

  /** This object with the value at a chain of keys set; for keys that may hold dots. */
  public Resource withAt(Node value, String... keys) {
    return changed(root.withAt(List.of(keys), value));
  }

  /** This object without the value at a chain of keys. */
  public Resource without(String... keys) {
    return changed(root.withoutAt(List.of(keys)));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Resource resource && root.equals(resource.root);
  }

  @Override
  public int hashCode() {
    return root.hashCode();
  }

  /** {@code Deployment shop/web}, to name it in messages. */
  @Override
  public String toString() {
    String place = namespace().isEmpty() ? name() : namespace() + "/" + name();
    return kind() + " " + place;
  }
}
