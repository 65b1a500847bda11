package dev.seaworthy.validate.check.scheduling;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import java.util.Map;

/** What only the system's own classes may be. Mirrors ValidatePriorityClass. */
public final class PriorityClassCheck implements KindCheck {

  private static final String PREFIX = "system-";
  private static final long HIGHEST = 1_000_000_000;
  private static final Map<String, Long> OF_THE_SYSTEM = Map.of(
      "system-cluster-critical", 2_000_000_000L,
      "system-node-critical", 2_000_001_000L);

  @Override
  public GroupKind kind() {
    return GroupKind.of("scheduling.k8s.io", "PriorityClass");
  }

  @Override
  public void check(Value priorityClass, Request request, Errors errors) {
    if (request.isUpdate()) {
      return;
    }
    Value name = priorityClass.at("metadata", "name");
    Value value = priorityClass.at("value");
    if (name.text().startsWith(PREFIX)) {
      Long known = OF_THE_SYSTEM.get(name.text());
      if (known == null
          || known != value.number()
          || priorityClass.at("globalDefault").isTrue()) {
        errors.forbidden(
            name.path(),
            "system-name",
            "must not begin with system-, which is for the system's own");
      }
    } else if (value.number() > HIGHEST) {
      errors.forbidden(
          value.path(),
          "system-value",
          "is " + value.number() + ", must be at most " + HIGHEST
              + "; more is for the system's own");
    }
  }
}
