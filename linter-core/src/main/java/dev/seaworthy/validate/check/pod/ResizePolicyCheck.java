package dev.seaworthy.validate.check.pod;

import dev.seaworthy.validate.field.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a change of a container's resources does to it. The server reports at the list. */
final class ResizePolicyCheck {

  private static final List<String> RESOURCES = List.of("cpu", "memory");
  private static final String NO_RESTART = "NotRequired";
  private static final List<String> POLICIES = List.of(NO_RESTART, "RestartContainer");

  private final FieldRules rules;
  private final String podRestartPolicy;

  ResizePolicyCheck(FieldRules rules, String podRestartPolicy) {
    this.rules = rules;
    this.podRestartPolicy = podRestartPolicy;
  }

  void check(Value policies) {
    Set<String> resources = new HashSet<>();
    for (Value policy : policies.items()) {
      String resource = policy.at("resourceName").text();
      String restart = policy.at("restartPolicy").text();
      if (!resources.add(resource)) {
        rules
            .errors()
            .duplicate(
                policy.path(), "unique-resource", "is for " + resource + ", as another one is");
      }
      requiredOneOf(policies, resource, RESOURCES);
      requiredOneOf(policies, restart, POLICIES);
      if (podRestartPolicy.equals("Never") && !restart.equals(NO_RESTART)) {
        rules
            .errors()
            .invalid(
                policies.path(),
                "pod-never-restarts",
                "has '" + restart + "', must be NotRequired in a pod that never restarts");
      }
    }
  }

  private void requiredOneOf(Value policies, String text, List<String> values) {
    if (text.isEmpty()) {
      rules.errors().required(policies.path(), "required", "has an item that lacks a field");
    } else {
      rules.oneOf(policies.path(), text, values);
    }
  }
}
