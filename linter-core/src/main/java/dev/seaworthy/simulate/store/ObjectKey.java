package dev.seaworthy.simulate.store;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import org.jspecify.annotations.Nullable;

/** What tells an object from all others at one moment. Cluster-wide objects have an empty namespace. */
public record ObjectKey(GroupKind kind, String namespace, String name) {

  public static ObjectKey of(Resource object) {
    return new ObjectKey(object.groupKind(), object.namespace(), object.name());
  }

  // Written out, because keys are asked for at each event and the generated methods are slow.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ObjectKey key
        && name.equals(key.name)
        && namespace.equals(key.namespace)
        && kind.equals(key.kind);
  }

  @Override
  public int hashCode() {
    return (name.hashCode() * 31 + namespace.hashCode()) * 31 + kind.hashCode();
  }

  @Override
  public String toString() {
    return kind.kind() + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
  }
}
