package dev.seaworthy.lint.check;

import dev.seaworthy.api.ResourceNames;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.ResourceGraph;
import java.util.HashSet;
import java.util.Set;

/**
 * Those of the names of built-in objects that stand in files without objects: values of charts,
 * templates, patches.
 */
record NamesElsewhere(Set<String> names) {

  /** Gathered once for all rules that ask. */
  static NamesElsewhere in(ResourceGraph graph) {
    return graph.derivedOfAll(NamesElsewhere.class, NamesElsewhere::of);
  }

  private static NamesElsewhere of(ResourceGraph graph) {
    Set<String> asked = new HashSet<>();
    for (InputObject object : graph.objects()) {
      if (ResourceNames.builtIn().isGroup(object.kind().group())) {
        asked.add(object.name());
        object
            .placement()
            .customization()
            .affixes()
            .forEach(affix -> asked.add(affix.around(object.name())));
      }
    }
    return new NamesElsewhere(graph.namedInOtherTexts(asked));
  }
}
