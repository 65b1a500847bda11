package dev.seaworthy.lint.check;

import dev.seaworthy.api.catalog.KnownKinds;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.List;

/**
 * Workloads of kinds of one's own that do not find the pods that they make. Of the kinds that come
 * with Kubernetes the server refuses this.
 */
final class WorkloadSelectorMismatch implements PodCheck {

  private static final FieldPath SELECTOR = FieldPath.of("spec", "selector");

  @Override
  public List<Finding> check(PodTemplate template, CheckContext context) {
    InputObject owner = template.owner();
    if (KnownKinds.isBuiltIn(owner.kind())) {
      return List.of();
    }
    LabelSelector selector = selector(owner.at(SELECTOR));
    boolean fine = selector.isAbsent() || selector.matches(template.labels());
    return fine ? List.of() : List.of(finding(template, selector));
  }

  /** Either a label selector, or a plain mapping of labels; another form of it is none of ours. */
  private static LabelSelector selector(Node written) {
    if (written.get("matchLabels").isPresent()
        || written.get("matchExpressions").isPresent()) {
      return LabelSelector.of(written);
    }
    boolean isPlain = written instanceof Mapping labels && labels.strings().size() == labels.size();
    return isPlain ? LabelSelector.ofLabels(((Mapping) written).strings()) : LabelSelector.NOTHING;
  }

  private static Finding finding(PodTemplate template, LabelSelector selector) {
    InputObject owner = template.owner();
    boolean misplaced =
        template.labels().isEmpty() && selector.matches(owner.resource().labels());
    String where = misplaced ? "; labels belong under " + template.path() + ".metadata" : "";
    return Finding.at(owner, SELECTOR, "its own pods do not have the labels " + selector + where)
        .related(owner, template.path().child("metadata"), "the labels of the pods");
  }
}
