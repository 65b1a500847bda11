package dev.seaworthy.project;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where an object holds variables that a kustomization declares under {@code vars}: {@code $(NAME)}. */
final class KustomizeVariables {

  private KustomizeVariables() {}

  /** The fields that hold one of {@code names}, each as its steps without indices. */
  static Set<List<String>> fieldsWith(Set<String> names, Node object) {
    Set<List<String>> found = new HashSet<>();
    if (!names.isEmpty()) {
      collect(names, object, new ArrayList<>(), found);
    }
    return found;
  }

  private static void collect(
      Set<String> names, Node value, List<String> path, Set<List<String>> found) {
    if (value instanceof Mapping mapping) {
      for (Mapping.Entry entry : mapping.entries()) {
        path.add(entry.key());
        collect(names, entry.value(), path, found);
        path.remove(path.size() - 1);
      }
    } else if (holdsAny(names, value.stringOr(""))) {
      found.add(List.copyOf(path));
    } else {
      value.items().forEach(item -> collect(names, item, path, found));
    }
  }

  private static boolean holdsAny(Set<String> names, String text) {
    return text.contains("$(") && names.stream().anyMatch(name -> text.contains("$(" + name + ")"));
  }
}
