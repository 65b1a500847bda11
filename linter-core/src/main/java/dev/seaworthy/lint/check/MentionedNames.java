package dev.seaworthy.lint.check;

import dev.seaworthy.api.ResourceNames;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.HashSet;
import java.util.Set;

/** Every text of the custom resources of an input: one that equals a name may be a reference. */
record MentionedNames(Set<String> texts) {

  static MentionedNames of(ResourceGraph graph) {
    Set<String> texts = new HashSet<>();
    for (InputObject object : graph.objects()) {
      if (!ResourceNames.builtIn().isGroup(object.kind().group())) {
        collect(object.resource().root().get("spec"), texts);
      }
    }
    return new MentionedNames(texts);
  }

  private static void collect(Node node, Set<String> texts) {
    if (node instanceof Mapping mapping) {
      mapping.entries().forEach(entry -> collect(entry.value(), texts));
    } else if (node.isString()) {
      texts.add(node.text());
    } else {
      node.items().forEach(item -> collect(item, texts));
    }
  }
}
