package dev.seaworthy.simulate.object;

import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.manifest.Node;

/** An object that keeps pods of a template, which it knows by a selector. */
public interface PodController extends ObjectView {

  default LabelSelector selector() {
    return Selectors.of(resource());
  }

  default Node template() {
    return resource().at("spec", "template");
  }

  /** How long a pod must have been ready to count as available. */
  default long minReadySeconds() {
    return resource().at("spec", "minReadySeconds").longOr(0);
  }
}
