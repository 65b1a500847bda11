package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.util.HashSet;
import java.util.Set;

/** What a change of a container's resources does to it. The server reports at the list. */
final class ResizePolicyCheck {

  private final Errors errors;

  private static final String NO_RESTART = "NotRequired";

  private final String podRestartPolicy;

  ResizePolicyCheck(Errors errors, String podRestartPolicy) {
    this.errors = errors;
    this.podRestartPolicy = podRestartPolicy;
  }

  void check(Value policies) {
    Set<String> resources = new HashSet<>();
    for (Value policy : policies.items()) {
      String resource = policy.at("resourceName").text();
      String restart = policy.at("restartPolicy").text();
      if (!resources.add(resource)) {
        errors.duplicate(
            policy.path(), "unique-resource", "is for " + resource + ", as another one is");
      }
      if (podRestartPolicy.equals("Never") && !restart.equals(NO_RESTART)) {
        errors.invalid(
            policies.path(),
            "pod-never-restarts",
            "has '" + restart + "', must be NotRequired in a pod that never restarts");
      }
    }
  }
}
