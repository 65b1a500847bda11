package dev.seaworthy.project;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/** Fields of an object that hold texts, each as its steps without indices. */
final class TextFields {

  private final BiPredicate<List<String>, String> asked;
  private final List<String> path = new ArrayList<>();
  private final Set<List<String>> found = new HashSet<>();

  private TextFields(BiPredicate<List<String>, String> asked) {
    this.asked = asked;
  }

  /** Those of which {@code asked}, who is told the steps and the text, says yes. */
  static Set<List<String>> of(Node object, BiPredicate<List<String>, String> asked) {
    TextFields fields = new TextFields(asked);
    fields.collect(object);
    return fields.found;
  }

  private void collect(Node value) {
    if (value instanceof Mapping mapping) {
      for (Mapping.Entry entry : mapping.entries()) {
        path.add(entry.key());
        collect(entry.value());
        path.remove(path.size() - 1);
      }
    } else if (value.isString()) {
      if (asked.test(path, value.text())) {
        found.add(List.copyOf(path));
      }
    } else {
      value.items().forEach(this::collect);
    }
  }
}
