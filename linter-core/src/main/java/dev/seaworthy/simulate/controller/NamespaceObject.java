package dev.seaworthy.simulate.controller;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.Optional;
import java.util.stream.Stream;

/** An object of the core group that every namespace has, for as long as it is not to go. */
public record NamespaceObject(GroupKind kind, String name) {

  /** The namespace to look at, if the change is one of such an object. */
  public Stream<ObjectKey> namespaceOf(Change change) {
    Resource changed = change.latest();
    return changed.name().equals(name)
        ? Stream.of(new ObjectKey(Kinds.NAMESPACE, "", changed.namespace()))
        : Stream.empty();
  }

  /** Whether the namespace is to have one. */
  public boolean belongsTo(ObjectKey namespace, ClusterView view) {
    return view.get(namespace).filter(found -> !Meta.isBeingDeleted(found)).isPresent();
  }

  /** The one that the namespace has. */
  public Optional<Resource> find(ObjectKey namespace, ClusterView view) {
    return view.get(kind, namespace.name(), name);
  }

  /** One for the namespace. */
  public Resource made(ObjectKey namespace) {
    return new Resource(Mapping.of(
        "apiVersion", Scalar.of("v1"),
        "kind", Scalar.of(kind.kind()),
        "metadata", Mapping.of("name", Scalar.of(name), "namespace", Scalar.of(namespace.name()))));
  }
}
