package dev.seaworthy.graph;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Some namespaces: all, or those that are named.
 *
 * @param names the names; they do not matter if {@code any}
 */
public record NamespaceChoice(boolean any, Set<String> names) {

  public static final NamespaceChoice ANY = new NamespaceChoice(true, Set.of());

  public NamespaceChoice {
    names = Set.copyOf(names);
  }

  public static NamespaceChoice of(Collection<String> names) {
    return new NamespaceChoice(false, Set.copyOf(names));
  }

  public boolean includes(String namespace) {
    return any || names.contains(namespace);
  }

  /** Those of {@code namespaces} that are chosen. */
  Stream<String> among(Collection<String> namespaces) {
    return namespaces.stream().filter(this::includes);
  }
}
