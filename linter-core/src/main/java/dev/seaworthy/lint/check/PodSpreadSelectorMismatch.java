package dev.seaworthy.lint.check;

import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Spread constraints that count other pods than those they are written in. */
final class PodSpreadSelectorMismatch implements PodCheck {

  @Override
  public List<Finding> check(PodTemplate template, CheckContext context) {
    List<Finding> findings = new ArrayList<>();
    List<Node> constraints = template.spec().get("topologySpreadConstraints").items();
    for (int i = 0; i < constraints.size(); i++) {
      FieldPath selector =
          template.specPath().child("topologySpreadConstraints").index(i).child("labelSelector");
      objection(constraints.get(i), template)
          .ifPresent(words -> findings.add(Finding.at(template.owner(), selector, words)));
    }
    return findings;
  }

  /** Keys of {@code matchLabelKeys} take the pod's own values, so that they always match. */
  private static Optional<String> objection(Node constraint, PodTemplate template) {
    LabelSelector selector = LabelSelector.of(constraint.get("labelSelector"));
    if (selector.isAbsent()) {
      return Optional.of("nothing is spread: without a labelSelector no pod counts");
    }
    return selector.matches(template.labels())
        ? Optional.empty()
        : Optional.of("these pods are not spread: they do not have the labels " + selector);
  }
}
