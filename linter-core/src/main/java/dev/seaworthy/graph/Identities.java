package dev.seaworthy.graph;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.catalog.KnownKinds;
import java.util.Optional;

/** Who objects are: their kinds under today's names, and the namespaces that they go to. */
final class Identities {

  private final KindScopes scopes;
  private final Namespaces namespaces;
  private final String defaultNamespace;

  Identities(KindScopes scopes, Namespaces namespaces, String defaultNamespace) {
    this.scopes = scopes;
    this.namespaces = namespaces;
    this.defaultNamespace = defaultNamespace;
  }

  static Identities of(Iterable<InputObject> objects, String defaultNamespace, KnownKinds known) {
    return new Identities(
        new KindScopes(known, objects), new Namespaces(objects), defaultNamespace);
  }

  boolean isClusterScoped(GroupKind kind) {
    return scopes.isClusterScoped(kind);
  }

  Optional<InputObject> definitionOf(GroupKind kind) {
    return scopes.definitionOf(kind);
  }

  boolean makesPods(GroupKind kind) {
    return scopes.makesPods(kind);
  }

  /** The group under which the kind lives today, whichever group the manifest writes. */
  GroupKind canonical(GroupKind kind) {
    return scopes.canonical(kind);
  }

  /** The namespace that {@code object} belongs to; empty outside namespaces, and where it is unknown. */
  String namespaceOf(InputObject object) {
    return isClusterScoped(object.kind()) ? "" : orDefault(namespaces.of(object));
  }

  /** A namespace as written, or the default one where none is written. */
  String namespace(String written) {
    return orDefault(namespaces.of(written));
  }

  private String orDefault(String namespace) {
    return namespace.isEmpty() ? defaultNamespace : namespace;
  }

  ObjectKey keyOf(InputObject object) {
    return new ObjectKey(object.kind(), namespaceOf(object), object.name());
  }

  /** Whether what could not be read may be the object asked for. */
  boolean couldBe(ObjectKey unread, ObjectKey asked) {
    boolean kind = unread.kind().kind().isEmpty() || canonical(unread.kind()).equals(asked.kind());
    boolean name =
        unread.name().isEmpty() || asked.name().isEmpty() || unread.name().equals(asked.name());
    return kind && name && couldBeIn(unread, asked.namespace());
  }

  /** Whether what could not be read may be an object with pods of the namespace. */
  boolean couldHavePods(ObjectKey unread, String namespace) {
    boolean kind = unread.kind().kind().isEmpty() || makesPods(unread.kind());
    return kind && couldBeIn(unread, namespace);
  }

  private static boolean couldBeIn(ObjectKey unread, String namespace) {
    return unread.namespace().isEmpty()
        || namespace.isEmpty()
        || unread.namespace().equals(namespace);
  }
}
