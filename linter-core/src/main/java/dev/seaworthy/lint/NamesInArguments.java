package dev.seaworthy.lint;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.graph.Container;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.graph.Reference;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.manifest.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Names that programs are given as the value of a flag: {@code --secret-name=web-tls} tells a Job which
 * Secret to make, and what mounts that Secret elsewhere misses nothing.
 *
 * @param users by name, the objects whose containers have it in a flag
 */
record NamesInArguments(Map<String, Set<InputObject>> users) {

  private static final Set<GroupKind> MADE =
      Set.of(GroupKind.of("", "ConfigMap"), GroupKind.of("", "Secret"));

  static NamesInArguments of(ResourceGraph graph) {
    NamesInArguments names = new NamesInArguments(new HashMap<>());
    for (InputObject object : graph.objects()) {
      object.template().ifPresent(template -> names.add(object, template));
    }
    return names;
  }

  private void add(InputObject object, PodTemplate template) {
    for (Container container : template.containers()) {
      add(object, container.node().get("command"));
      add(object, container.node().get("args"));
    }
  }

  private void add(InputObject object, Node words) {
    for (Node word : words.items()) {
      String text = word.text();
      int value = text.indexOf('=') + 1;
      if (text.startsWith("-") && value > 0 && value < text.length()) {
        users.computeIfAbsent(text.substring(value), name -> new HashSet<>()).add(object);
      }
    }
  }

  /** Whether a program of another object than the referrer may make what {@code reference} names. */
  boolean mayBeMade(Reference reference) {
    return MADE.contains(reference.kind())
        && users.getOrDefault(reference.name(), Set.of()).stream()
            .anyMatch(object -> !object.equals(reference.from()));
  }
}
