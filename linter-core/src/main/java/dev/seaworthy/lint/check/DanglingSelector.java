package dev.seaworthy.lint.check;

import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.NearestPods;
import dev.seaworthy.graph.OperatedPods;
import dev.seaworthy.graph.OperatorLabels;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.graph.RuntimeLabels;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.lint.Wildcard;
import dev.seaworthy.manifest.FieldPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a selector selects pods of the input; what three kinds of object have in common. */
final class DanglingSelector {

  private DanglingSelector() {}

  /**
   * A finding at {@code path} if {@code selector}, in the namespace of {@code object}, selects
   * nothing.
   */
  static List<Finding> check(
      InputObject object, FieldPath path, LabelSelector selector, RelationContext context) {
    ResourceGraph graph = context.graph();
    String namespace = graph.namespaceOf(object);
    List<String> ignored = context.texts("ignoreLabels");
    LabelSelector stable =
        selector.without(key -> RuntimeLabels.isOne(key) || ignored.contains(key));
    boolean selects = graph.pods().selectsAnywhere(stable, namespace)
        || graph.isDefault(namespace)
            && graph.pods().selectsAnywhere(stable, graph.otherDefault(namespace));
    boolean nothingLeft = stable.isEmpty();
    boolean fine = (selects || nothingLeft) && RuntimeLabels.mayMatch(selector, namespace, graph);
    if (fine
        || object.isControlled()
        || isForOperatorPods(selector, context.texts("selectedBy"))
        || OperatorLabels.areIn(selector, graph)) {
      return List.of();
    }
    Optional<NearestPods> near =
        nothingLeft ? Optional.empty() : NearestPods.of(stable, namespace, graph);
    return !context.world().isClosed() && isGivenLater(object, stable, near, graph)
        ? List.of()
        : tell(object, path, selector, near, context);
  }

  /**
   * Whether only the apply says the namespace of {@code object}, and it may be that of pods which
   * {@code selector} selects. Files that are applied one by one had better say it.
   */
  static boolean isGivenLater(
      InputObject object, LabelSelector selector, Optional<NearestPods> near, ResourceGraph graph) {
    boolean isOpen = graph.namespaceOf(object).isEmpty()
        && (near.isEmpty() || !object.placement().unit().isEmpty());
    return isOpen && !selector.isEmpty() && graph.pods().selectsInAnyNamespace(selector);
  }

  private static List<Finding> tell(
      InputObject object,
      FieldPath path,
      LabelSelector selector,
      Optional<NearestPods> near,
      RelationContext context) {
    String namespace = context.graph().namespaceOf(object);
    boolean open = context.world().isOpen();
    boolean evident = context.world().tellsOfSelectors(namespace) || near.isPresent();
    boolean operated = near.isEmpty()
        && (OperatedPods.mayBeMeantBy(selector, context.graph())
            || context.graph().mayBeOfRelease(selector));
    if (open || operated || context.graph().mayHaveUnreadablePods(namespace) || !evident) {
      return List.of();
    }
    String message = "no pods of the input have the labels " + selector
        + near.map(pods -> "; " + pods.owner() + " comes near: " + pods.difference())
            .orElse("");
    Finding finding = Finding.at(object, path, message);
    return List.of(
        near.map(pods -> finding.related(pods.template().owner(), pods.place(), pods.difference()))
            .orElse(finding));
  }

  /** Whether it looks for pods that an operator makes, as one of {@code patterns} tells. */
  static boolean isForOperatorPods(LabelSelector selector, List<String> patterns) {
    for (Map.Entry<String, String> label : selector.equalities().entrySet()) {
      for (String pattern : patterns) {
        boolean withValue = pattern.contains("=");
        String text = withValue ? label.getKey() + "=" + label.getValue() : label.getKey();
        if (Wildcard.matches(pattern, text)) {
          return true;
        }
      }
    }
    return false;
  }
}
