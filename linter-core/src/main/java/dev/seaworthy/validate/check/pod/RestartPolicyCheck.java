package dev.seaworthy.validate.check.pod;

import dev.seaworthy.validate.field.Value;
import java.util.List;

/** When a single container is restarted, whatever the pod's policy. */
final class RestartPolicyCheck {

  private static final List<String> POLICIES = List.of("Always", "Never", "OnFailure");
  private static final List<String> ACTIONS = List.of("Restart", "RestartAllContainers");
  private static final List<String> OPERATORS = List.of("In", "NotIn");
  private static final int MOST_RULES = 20;
  private static final int MOST_EXIT_CODES = 255;

  private final FieldRules rules;

  RestartPolicyCheck(FieldRules rules) {
    this.rules = rules;
  }

  void check(Value container) {
    Value policy = container.at("restartPolicy");
    Value exceptions = container.at("restartPolicyRules");
    rules.optionalOneOf(policy, POLICIES);
    if (policy.isAbsent() && exceptions.size() > 0) {
      rules
          .errors()
          .required(
              policy.path(), "policy-with-rules", "must be set where there are restart rules");
    }
    atMost(exceptions, MOST_RULES);
    exceptions.items().forEach(this::rule);
  }

  private void rule(Value rule) {
    rules.oneOf(rule.at("action"), ACTIONS);
    Value codes = rule.at("exitCodes");
    if (codes.isAbsent()) {
      rules.errors().required(codes.path(), "required", "is missing");
      return;
    }
    rules.oneOf(codes.at("operator"), OPERATORS);
    atMost(codes.at("values"), MOST_EXIT_CODES);
  }

  private void atMost(Value list, int most) {
    if (list.size() > most) {
      rules
          .errors()
          .tooMany(
              list.path(), "max-items", "has " + list.size() + " items, must have at most " + most);
    }
  }
}
