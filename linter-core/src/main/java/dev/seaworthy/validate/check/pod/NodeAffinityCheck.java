package dev.seaworthy.validate.check.pod;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;
import java.util.List;

/** On which nodes a pod must or would rather run. */
final class NodeAffinityCheck {

  /** Whether values must be valid label values: required ones must since 1.33. */
  private enum Values {
    JUDGED,
    TAKEN
  }

  private final FieldRules rules;
  private final Values ofRequired;
  private final Errors errors;

  NodeAffinityCheck(FieldRules rules, Request request) {
    this.rules = rules;
    this.ofRequired = request.isSince(33) ? Values.JUDGED : Values.TAKEN;
    this.errors = rules.errors();
  }

  void check(Value affinity) {
    Value required = affinity.at("requiredDuringSchedulingIgnoredDuringExecution");
    if (required.isPresent()) {
      required(required.at("nodeSelectorTerms"));
    }
    for (Value term :
        affinity.at("preferredDuringSchedulingIgnoredDuringExecution").items()) {
      weight(term.at("weight"), errors);
      term(term.at("preference"), Values.TAKEN);
    }
  }

  void required(Value terms) {
    if (rules.requiredItems(terms)) {
      terms.items().forEach(term -> term(term, ofRequired));
    }
  }

  static void weight(Value weight, Errors errors) {
    if (weight.number() < 1 || weight.number() > 100) {
      errors.invalid(weight.path(), "range", "is " + weight.number() + ", must be from 1 to 100");
    }
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
    rules.format(expression.at("key"), NameFormat.QUALIFIED_NAME);
    if (judged == Values.JUDGED) {
      values.items().forEach(value -> rules.format(value, NameFormat.LABEL_VALUE));
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
      values.items().forEach(value -> rules.format(value, NameFormat.DNS1123_SUBDOMAIN));
    }
  }
}
