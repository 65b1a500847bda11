package dev.seaworthy.project;

import dev.seaworthy.manifest.Node;
import java.util.List;
import java.util.Set;

/** Where an object holds variables that a kustomization declares under {@code vars}: {@code $(NAME)}. */
final class KustomizeVariables {

  private KustomizeVariables() {}

  /** The fields that hold one of {@code names}, each as its steps without indices. */
  static Set<List<String>> fieldsWith(Set<String> names, Node object) {
    return names.isEmpty()
        ? Set.of()
        : TextFields.of(object, (path, text) -> holdsAny(names, text));
  }

  private static boolean holdsAny(Set<String> names, String text) {
    return text.contains("$(") && names.stream().anyMatch(name -> text.contains("$(" + name + ")"));
  }
}
