package dev.seaworthy.validate.check.meta;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.TypeCheck;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.LabelFormat;

/** What must hold for every label selector. Mirrors ValidateLabelSelector. */
public final class LabelSelectorCheck implements TypeCheck {

  @Override
  public String type() {
    return "meta/v1.LabelSelector";
  }

  @Override
  public void check(Value selector, Request request, Errors errors) {
    MetadataMaps.labels(selector.at("matchLabels"), errors);
    for (Value expression : selector.at("matchExpressions").items()) {
      operator(expression, errors);
      key(expression.at("key"), errors);
      values(expression.at("values"), errors);
    }
  }

  private static void operator(Value expression, Errors errors) {
    Value operator = expression.at("operator");
    Value values = expression.at("values");
    switch (operator.text()) {
      case "In", "NotIn" -> {
        if (values.size() == 0) {
          errors.required(
              values.path(), "selector-values", "must be given where operator is In or NotIn");
        }
      }
      case "Exists", "DoesNotExist" -> {
        if (values.size() > 0) {
          errors.forbidden(
              values.path(),
              "selector-values",
              "must not be set where operator is Exists or DoesNotExist");
        }
      }
      default ->
        errors.invalid(
            operator.path(),
            "selector-operator",
            "is '" + operator.text() + "', must be In, NotIn, Exists or DoesNotExist");
    }
  }

  private static void key(Value key, Errors errors) {
    for (String problem : LabelFormat.QUALIFIED_NAME.problems(key.text())) {
      errors.invalid(key.path(), "label-key", "is '" + key.text() + "', " + problem);
    }
  }

  private static void values(Value values, Errors errors) {
    for (Value value : values.items()) {
      for (String problem : LabelFormat.LABEL_VALUE.problems(value.text())) {
        errors.invalid(value.path(), "label-value", "is '" + value.text() + "', " + problem);
      }
    }
  }
}
