package dev.seaworthy.validate.defaulting;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.Request;
import java.util.List;

/** Takes labels and selector from the pod template where a ReplicationController has none. */
final class ReplicationControllerDefaults implements TypeDefaults {

  @Override
  public String type() {
    return "core/v1.ReplicationController";
  }

  @Override
  public Mapping apply(Mapping controller, Request request) {
    Node labels = controller.at("spec", "template", "metadata", "labels");
    if (labels.size() == 0) {
      return controller;
    }
    Mapping filled = controller;
    if (filled.at("metadata", "labels").size() == 0) {
      filled = filled.withAt(List.of("metadata", "labels"), labels);
    }
    return filled.at("spec", "selector").size() == 0
        ? filled.withAt(List.of("spec", "selector"), labels)
        : filled;
  }
}
