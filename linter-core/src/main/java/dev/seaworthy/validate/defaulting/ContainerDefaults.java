package dev.seaworthy.validate.defaulting;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.Request;

/** The pull policy of a container, by its image's tag, and a lifecycle that only had a signal. */
final class ContainerDefaults implements TypeDefaults {

  @Override
  public String type() {
    return "core/v1.Container";
  }

  @Override
  public Mapping apply(Mapping value, Request request) {
    Mapping filled = PullPolicyDefault.fill(value, "imagePullPolicy", "image");
    Node lifecycle = filled.get("lifecycle");
    // Stop signals are dropped, and a lifecycle of nothing else with them.
    boolean onlySignal = lifecycle.get("stopSignal").isPresent()
        && lifecycle.get("postStart").isAbsent()
        && lifecycle.get("preStop").isAbsent();
    return onlySignal ? filled.without("lifecycle") : filled;
  }
}
