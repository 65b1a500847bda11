package dev.seaworthy.validate.check.node;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.check.core.pod.PodScheduling;
import dev.seaworthy.validate.check.meta.MetadataMaps;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import java.util.HashSet;
import java.util.List;
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
    int known = errors.count();
    PodScheduling.tolerations(tolerations, errors);
    if (!request.isSince(34)) {
      errors.change(known, cause -> cause.namedAs(twice(cause.field(), scheduling)));
    }
    Set<String> seen = new HashSet<>();
    for (Value toleration : tolerations.items()) {
      if (!seen.add(toleration.node().toJson())) {
        errors.duplicate(toleration.path(), "uniqueItems", "is there twice");
      }
    }
  }

  /** Older servers name the step to the list twice. */
  private static FieldPath twice(FieldPath field, Value scheduling) {
    FieldPath named = scheduling.path().child("tolerations").child("tolerations");
    List<FieldPath> steps = field.steps();
    for (FieldPath step : steps.subList(2, steps.size())) {
      named = step.isIndex()
          ? named.index(Integer.parseInt(step.lastStep()))
          : named.child(step.lastStep());
    }
    return named;
  }
}
