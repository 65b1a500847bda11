package dev.seaworthy.graph;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which namespaces count as one: kustomizations that put the same base into several of them. Its
 * objects are in each, so that what is written for one of them finds its counterparts.
 */
final class Namespaces {

  private final Map<String, String> next = new HashMap<>();

  Namespaces(Iterable<InputObject> objects) {
    objects.forEach(object -> join(object.placement().customization().namespaces()));
  }

  private void join(Set<String> together) {
    String first = null;
    for (String namespace : together) {
      String end = of(namespace);
      if (first == null) {
        first = end;
      } else if (!end.equals(first)) {
        next.put(end, first);
      }
    }
  }

  /** The one that stands for all that count as one with {@code namespace}. */
  String of(String namespace) {
    String end = namespace;
    String further = next.get(end);
    while (further != null) {
      end = further;
      further = next.get(end);
    }
    return end;
  }

  /** The one that {@code object} goes to. */
  String of(InputObject object) {
    Set<String> given = object.placement().customization().namespaces();
    return of(given.isEmpty() ? object.resource().namespace() : given.iterator().next());
  }
}
