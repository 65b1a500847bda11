package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.LabelFormat;
import dev.seaworthy.validate.format.NameFormat;
import dev.seaworthy.validate.format.StringFormat;
import java.util.List;

/** On which nodes a pod must or would rather run. */
public final class NodeAffinityCheck {

  /** Whether values must be valid label values: required ones must since 1.33. */
  private enum Values {
    JUDGED,
    TAKEN
  }

  private final Values ofRequired;
  private final Errors errors;

  public NodeAffinityCheck(Errors errors, Request request) {
    this.ofRequired = request.isSince(33) ? Values.JUDGED : Values.TAKEN;
    this.errors = errors;
  }

  void check(Value affinity) {
    Value required = affinity.at("requiredDuringSchedulingIgnoredDuringExecution");
    if (required.isPresent()) {
      required(required.at("nodeSelectorTerms"));
    }
    for (Value term :
        affinity.at("preferredDuringSchedulingIgnoredDuringExecution").items()) {
      term(term.at("preference"), Values.TAKEN);
    }
  }

  public void required(Value terms) {
    terms.items().forEach(term -> term(term, ofRequired));
  }

  private void term(Value term, Values values) {
    for (Value expression : term.at("matchExpressions").items()) {
      expression(expression, values);
    }
    term.at("matchFields").items().forEach(this::field);
  }

  private void expression(Value expression, Values judged) {
    Value values = expression.at("values");
    String operator = expression.at("operator").text();
    switch (operator) {
      case "In", "NotIn" -> {
        if (values.size() == 0) {
          errors.required(values.path(), "operator-has-values", "must have items for " + operator);
        }
      }
      case "Exists", "DoesNotExist" -> {
        if (values.size() > 0) {
          errors.forbidden(values.path(), "operator-has-values", "must be empty for " + operator);
        }
      }
      case "Gt", "Lt" -> {
        if (values.size() != 1) {
          errors.required(
              values.path(), "operator-has-values", "must have one item for " + operator);
        }
      }
      default -> unknownOperator(expression.at("operator"));
    }
    if (judged == Values.JUDGED) {
      values.items().forEach(value -> form(value, LabelFormat.LABEL_VALUE));
    }
  }

  private void unknownOperator(Value operator) {
    errors.invalid(
        operator.path(), "enum", "is '" + operator.text() + "', which is no operator here");
  }

  /** Of a node's fields only its name can be asked for. */
  private void field(Value requirement) {
    Value values = requirement.at("values");
    String operator = requirement.at("operator").text();
    if (!List.of("In", "NotIn").contains(operator)) {
      unknownOperator(requirement.at("operator"));
    } else if (values.size() != 1) {
      errors.required(values.path(), "operator-has-values", "must have one item for " + operator);
    }
    Value key = requirement.at("key");
    if (!key.text().equals("metadata.name")) {
      errors.invalid(key.path(), "known-field", "is '" + key.text() + "', must be metadata.name");
    } else {
      values.items().forEach(value -> form(value, NameFormat.DNS1123_SUBDOMAIN));
    }
  }

  private void form(Value value, StringFormat format) {
    errors.form(value.path(), format.key(), value.text(), format.problems(value.text()));
  }
}
