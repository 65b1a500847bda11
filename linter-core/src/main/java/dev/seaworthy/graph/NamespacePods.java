package dev.seaworthy.graph;

import dev.seaworthy.api.selector.LabelSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pods of one namespace: templates, and what operators make. */
final class NamespacePods {

  private final List<PodTemplate> templates = new ArrayList<>();
  private final LabelIndex<PodTemplate> byLabels = new LabelIndex<>(PodTemplate::labels);
  private final LabelIndex<OperatorPods> ofOperators = new LabelIndex<>(OperatorPods::labels);

  /** Asked only for selectors that select nothing. */
  private final Lazy<LabelIndex<PodTemplate>> byLabelsOfOwner = new Lazy<>(this::ownersIndexed);

  void add(PodTemplate template) {
    byLabels.add(template, templates.size());
    templates.add(template);
  }

  void addOfOperator(OperatorPods made) {
    ofOperators.add(made, 0);
  }

  List<PodTemplate> templates() {
    return templates;
  }

  LabelIndex<PodTemplate> byLabels() {
    return byLabels;
  }

  boolean isEmpty() {
    return templates.isEmpty() && ofOperators.isEmpty();
  }

  boolean anyOfOperators(LabelSelector selector) {
    return ofOperators.first(selector).isPresent();
  }

  long countOfOperators(LabelSelector selector) {
    return ofOperators.matching(selector).mapToLong(OperatorPods::count).sum();
  }

  /** The first workload that carries the labels itself. */
  Optional<LabelIndex.Entry<PodTemplate>> firstOwnerWith(LabelSelector selector) {
    return byLabelsOfOwner.get().first(selector);
  }

  private LabelIndex<PodTemplate> ownersIndexed() {
    LabelIndex<PodTemplate> owners =
        new LabelIndex<>(template -> template.owner().resource().labels());
    for (int i = 0; i < templates.size(); i++) {
      boolean isPod = templates.get(i).path().isRoot();
      if (!isPod) {
        owners.add(templates.get(i), i);
      }
    }
    return owners;
  }
}
