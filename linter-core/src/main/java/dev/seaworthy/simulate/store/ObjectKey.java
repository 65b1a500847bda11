package dev.seaworthy.simulate.store;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;

/** What tells an object from all others at one moment. Cluster-wide objects have an empty namespace. */
public record ObjectKey(GroupKind kind, String namespace, String name) {

  public static ObjectKey of(Resource object) {
    return new ObjectKey(object.groupKind(), object.namespace(), object.name());
  }

  @Override
  public String toString() {
    return kind.kind() + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
  }
}
