package dev.seaworthy.project.kustomize;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.List;

/** Forms of a kustomization that kustomize rewrites to today's before it looks at the fields. */
final class OlderForms {

  private static final String PATCHES = "patches";
  private static final String MERGES = "patchesStrategicMerge";

  private OlderForms() {}

  /** {@code root} in today's form: once {@code patches} was a list of files. */
  static Mapping rewritten(Mapping root) {
    boolean isOld = root.get(PATCHES).items().stream().anyMatch(Node::isString);
    if (!isOld || root.has(MERGES)) {
      return root;
    }
    List<Mapping.Entry> entries = root.entries().stream()
        .map(entry -> entry.key().equals(PATCHES)
            ? new Mapping.Entry(MERGES, entry.keySpan(), entry.value())
            : entry)
        .toList();
    return new Mapping(entries, root.span());
  }
}
