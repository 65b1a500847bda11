package dev.seaworthy.validate.check.node;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.check.core.pod.PodScheduling;
import dev.seaworthy.validate.check.meta.MetadataMaps;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import java.util.HashSet;
import java.util.Set;

/** What a RuntimeClass gives to its pods, judged as theirs. Mirrors ValidateRuntimeClass. */
public final class RuntimeClassCheck implements KindCheck {

  @Override
  public GroupKind kind() {
    return GroupKind.of("node.k8s.io", "RuntimeClass");
  }

  @Override
  public void check(Value runtimeClass, Request request, Errors errors) {
    PodScheduling.overhead(
        runtimeClass.at("overhead", "podFixed"), runtimeClass.at("overhead").path(), errors);
    Value scheduling = runtimeClass.at("scheduling");
    MetadataMaps.labels(scheduling.at("nodeSelector"), errors);
    Value tolerations = scheduling.at("tolerations");
    PodScheduling.tolerations(tolerations, errors);
    Set<String> seen = new HashSet<>();
    for (Value toleration : tolerations.items()) {
      if (!seen.add(toleration.node().toJson())) {
        errors.duplicate(toleration.path(), "uniqueItems", "is there twice");
      }
    }
  }
}
