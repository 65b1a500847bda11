package dev.seaworthy.graph;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.manifest.FieldPath;

/**
 * A place in an object that names another object.
 *
 * @param path where the name stands
 * @param namespace the namespace of the object that is named, as {@link ResourceGraph} reads it;
 *     empty for kinds outside namespaces
 * @param namespaceWritten whether the reference itself names the namespace
 * @param optional whether the pod starts without it
 */
public record Reference(
    InputObject from,
    FieldPath path,
    GroupKind kind,
    String namespace,
    boolean namespaceWritten,
    String name,
    boolean optional) {

  /** The object that is named. */
  public ObjectKey target() {
    return new ObjectKey(kind, namespace, name);
  }
}
