package dev.seaworthy.lint.check;

import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodSelectors;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import java.util.List;
import java.util.Optional;

/** Pods with two disruption budgets: the server then refuses to evict them at all. */
final class PdbOverlap implements RelationCheck {

  private record Overlap(PodTemplate pods, InputObject earlier) {}

  @Override
  public List<Finding> check(InputObject budget, RelationContext context) {
    ResourceGraph graph = context.graph();
    LabelSelector selector = PodSelectors.of(budget).orElse(LabelSelector.NOTHING);
    Optional<Overlap> overlap =
        graph.pods().labelsMatching(selector, graph.namespaceOf(budget)).stream()
            .flatMap(pods -> graph.selecting().budgetsOf(pods).stream()
                .filter(other -> isAnother(other, budget, graph))
                .map(other -> new Overlap(pods, other)))
            .findFirst();
    return overlap.map(found -> List.of(finding(budget, found))).orElse(List.of());
  }

  private static boolean isAnother(InputObject other, InputObject budget, ResourceGraph graph) {
    return graph.isBefore(other, budget) && !graph.keyOf(other).equals(graph.keyOf(budget));
  }

  private static Finding finding(InputObject budget, Overlap overlap) {
    InputObject earlier = overlap.earlier();
    InputObject owner = overlap.pods().owner();
    return Finding.at(
            budget,
            PodSelectors.placeIn(budget),
            "the pods of " + owner.kind().kind() + " " + owner.name() + " have the budget "
                + earlier.name() + " already, so their eviction fails with 500")
        .related(earlier, PodSelectors.placeIn(earlier), "selects them, too");
  }
}
