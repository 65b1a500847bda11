package dev.seaworthy.validate.check.core.node;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import java.util.HashSet;
import java.util.Set;

/** A machine that pods run on. Mirrors ValidateNode and ValidateNodeUpdate. */
public final class NodeCheck implements KindCheck {

  @Override
  public GroupKind kind() {
    return GroupKind.of("", "Node");
  }

  @Override
  public void check(Value node, Request request, Errors errors) {
    Value spec = node.at("spec");
    TaintsCheck taints = new TaintsCheck(spec.at("taints"), errors);
    taints.check();
    if (request.isUpdate()) {
      taints.check();
      fixed(spec, request, errors);
    }
    new PodRanges(spec, request, errors).check();
    features(node.at("status", "declaredFeatures"), errors);
    Value id = spec.at("externalID");
    if (!id.text().isEmpty()) {
      errors.warn(id.path(), "deprecated", "is not used any more");
    }
  }

  /** What a node was given once. */
  private static void fixed(Value spec, Request request, Errors errors) {
    Value provider = spec.at("providerID");
    if (!provider.previous().text().isEmpty() && provider.isChanged()) {
      String message = "must not be changed once it is set";
      if (request.isSince(36)) {
        errors.invalid(provider.path(), "immutable", message);
      } else {
        errors.forbidden(provider.path(), "immutable", message);
      }
    }
    Value id = spec.at("externalID");
    if (!id.text().equals(id.previous().text())) {
      errors.forbidden(id.path(), "immutable", "must not be changed");
    }
  }

  private static void features(Value features, Errors errors) {
    Set<String> seen = new HashSet<>();
    for (Value feature : features.items()) {
      if (!isFeature(feature.text())) {
        errors.invalid(
            feature.path(), "feature-name", "is '" + feature.text() + "', must be like ThisOne");
      }
      if (!seen.add(feature.text())) {
        errors.duplicate(feature.path(), "uniqueItems", "is there twice");
      }
    }
  }

  /** Words in upper camel case, with slashes between them. */
  private static boolean isFeature(String name) {
    for (String part : name.split("/", -1)) {
      boolean letters = part.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c));
      if (part.isEmpty() || !letters || !Character.isUpperCase(part.charAt(0))) {
        return false;
      }
    }
    return true;
  }
}
