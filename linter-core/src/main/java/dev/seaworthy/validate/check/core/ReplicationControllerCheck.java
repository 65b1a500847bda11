package dev.seaworthy.validate.check.core;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.check.workload.PodNames;
import dev.seaworthy.validate.check.workload.WorkloadTemplate;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;

/**
 * What no single field of a ReplicationController can tell. Mirrors
 * ValidateReplicationControllerSpec.
 */
public final class ReplicationControllerCheck implements KindCheck {

  @Override
  public GroupKind kind() {
    return GroupKind.of("", "ReplicationController");
  }

  @Override
  public void check(Value controller, Request request, Errors errors) {
    PodNames.warn(controller, errors);
    Value spec = controller.at("spec");
    Value selector = spec.at("selector");
    if (selector.size() == 0) {
      errors.required(selector.path(), "selector-not-empty", "must be given");
    }
    Value template = spec.at("template");
    if (template.isAbsent()) {
      errors.required(template.path(), "required", "must be given");
      return;
    }
    Value labels = template.at("metadata", "labels");
    if (!selects(selector.node(), labels.node())) {
      errors.invalid(
          labels.path(), "selector-matches-template", "are not those that the selector asks for");
    }
    WorkloadTemplate.runsForEver(template.at("spec"), errors);
  }

  private static boolean selects(Node selector, Node labels) {
    for (Mapping.Entry label : selector.entries()) {
      Node value = labels.get(label.key());
      if (value.isAbsent() || !value.text().equals(label.value().text())) {
        return false;
      }
    }
    return true;
  }
}
