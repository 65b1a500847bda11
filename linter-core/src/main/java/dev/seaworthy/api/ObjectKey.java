package dev.seaworthy.api;

import org.jspecify.annotations.Nullable;

/**
 * What tells an object from all others at one moment.
 *
 * @param namespace empty for kinds outside namespaces, and where none is known
 */
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
