package dev.seaworthy.api;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object: a tree that says what kind it is. Immutable; {@link #with} gives a changed copy.
 */
public final class Resource {

  private final GroupVersionKind gvk;
  private final Mapping root;

  public Resource(Mapping root) {
    this.root = root;
    this.gvk =
        GroupVersionKind.of(root.get("apiVersion").text(), root.get("kind").text());
  }

  public GroupVersionKind gvk() {
    return gvk;
  }

  public GroupKind groupKind() {
    return gvk.groupKind();
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
    return root.at("metadata", "name").text();
  }

  /** The namespace as written; empty if there is none. */
  public String namespace() {
    return root.at("metadata", "namespace").text();
  }

  public Map<String, String> labels() {
    return strings("metadata", "labels");
  }

  public Map<String, String> annotations() {
    return strings("metadata", "annotations");
  }

  /** The text entries of the mapping at {@code keys}, in the order written. */
  public Map<String, String> strings(String... keys) {
    return root.at(keys) instanceof Mapping mapping ? mapping.strings() : Map.of();
  }

  /** The owner that is marked as controller. */
  public Optional<Node> controller() {
    return root.at("metadata", "ownerReferences").items().stream()
        .filter(owner -> owner.get("controller").isTrue())
        .findFirst();
  }

  /** This object with the value at a dotted path such as {@code spec.replicas} set. */
  public Resource with(String dottedPath, Node value) {
    return new Resource(root.withAt(java.util.List.of(dottedPath.split("\\.")), value));
  }

  /** This object with the value at a chain of keys set; for keys that may hold dots. */
  public Resource withAt(Node value, String... keys) {
    return new Resource(root.withAt(java.util.List.of(keys), value));
  }

  /** This object without the value at a chain of keys. */
  public Resource without(String... keys) {
    return new Resource(root.withoutAt(java.util.List.of(keys)));
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
