package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.LabelFormat;
import java.util.List;

/** The taints that a pod tolerates. */
final class TolerationsCheck {

  private static final List<String> OPERATORS = List.of("Equal", "Exists");
  private static final String NO_EXECUTE = "NoExecute";
  private static final List<String> EFFECTS = List.of("NoSchedule", "PreferNoSchedule", NO_EXECUTE);
  private final Errors errors;

  TolerationsCheck(Errors errors) {
    this.errors = errors;
  }

  void check(List<Value> tolerations) {
    for (Value toleration : tolerations) {
      key(toleration.at("key"));
      withoutKeyAllMatch(toleration);
      secondsAreForEviction(toleration);
      operator(toleration);
      if (!toleration.at("effect").text().isEmpty()) {
        isOneOf(toleration.at("effect"), EFFECTS);
      }
    }
  }

  private void withoutKeyAllMatch(Value toleration) {
    Value operator = toleration.at("operator");
    if (toleration.at("key").text().isEmpty() && !operator.text().equals("Exists")) {
      errors.invalid(operator.path(), "exists-without-key", "must be Exists where there is no key");
    }
  }

  private void secondsAreForEviction(Value toleration) {
    Value effect = toleration.at("effect");
    if (toleration.at("tolerationSeconds").isPresent() && !effect.text().equals(NO_EXECUTE)) {
      errors.invalid(
          effect.path(), "seconds-of-no-execute", "must be NoExecute with tolerationSeconds");
    }
  }

  private void operator(Value toleration) {
    Value operator = toleration.at("operator");
    String value = toleration.at("value").text();
    switch (operator.text()) {
      case "", "Equal" -> {
        List<String> problems = LabelFormat.LABEL_VALUE.problems(value);
        if (!problems.isEmpty()) {
          errors.invalid(
              operator.path(),
              "label-value",
              "has the value '" + value + "', which " + String.join(", ", problems));
        }
      }
      case "Exists" -> {
        if (!value.isEmpty()) {
          errors.invalid(
              operator.path(), "exists-without-value", "is Exists, which takes no value");
        }
      }
      default -> isOneOf(operator, OPERATORS);
    }
  }

  private void key(Value key) {
    if (!key.text().isEmpty()) {
      errors.form(
          key.path(),
          "qualified-name",
          key.text(),
          LabelFormat.QUALIFIED_NAME.problems(key.text()));
    }
  }

  private void isOneOf(Value field, List<String> values) {
    if (!values.contains(field.text())) {
      errors.notSupported(
          field.path(),
          "enum",
          "is '" + field.text() + "', must be one of " + String.join(", ", values));
    }
  }
}
