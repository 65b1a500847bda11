package dev.seaworthy.lint;

import dev.seaworthy.api.ObjectKey;

/**
 * Objects that exist though the input does not hold them. In namespace and name {@code *} stands for
 * any text.
 */
public record ExternalObject(String kind, String namespacePattern, String namePattern) {

  boolean covers(ObjectKey key) {
    return kind.equals(key.kind().kind())
        && Wildcard.matches(namespacePattern, key.namespace())
        && Wildcard.matches(namePattern, key.name());
  }
}
