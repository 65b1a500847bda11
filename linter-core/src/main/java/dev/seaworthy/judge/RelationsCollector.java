package dev.seaworthy.judge;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.ApiLifecycle;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.catalog.KnownKinds;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.graph.InputGraph;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.Layout;
import dev.seaworthy.graph.Relation;
import dev.seaworthy.graph.RelationSearch;
import dev.seaworthy.lint.LintInput;
import dev.seaworthy.manifest.Mapping;
import java.util.ArrayList;
import java.util.List;

/** Gathers the objects of an input to find out what they have to do with each other. */
public final class RelationsCollector {

  private final KnownKinds kinds;
  private final String defaultNamespace;
  private final List<InputObject> objects = new ArrayList<>();
  private final List<Diagnostic> problems = new ArrayList<>();

  public RelationsCollector(ApiCatalog catalog, String defaultNamespace) {
    this.kinds = KnownKinds.of(catalog, ApiLifecycle.builtIn());
    this.defaultNamespace = defaultNamespace;
  }

  /** Takes a file in; they must come in the order of the input. */
  public void add(NeighbourFile file) {
    problems.addAll(OtherFiles.SKIP.mistakes(file.problems()));
    for (LintInput.Item item : file.items()) {
      if (item.document().root() instanceof Mapping root && root.get("kind").isString()) {
        objects.add(
            new InputObject(item.document().file(), new Resource(root), kinds, item.placement()));
      }
    }
  }

  /**
   * What was found.
   *
   * @param graph what it was found in
   * @param problems what could not be read
   */
  public record Found(InputGraph graph, List<Relation> relations, List<Diagnostic> problems) {}

  public Found find(Layout layout) {
    InputGraph graph = new InputGraph(objects, List.of(), defaultNamespace, kinds, layout);
    return new Found(graph, new RelationSearch(graph).all(), List.copyOf(problems));
  }
}
