package dev.seaworthy.validate.check.meta;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.LabelFormat;
import java.util.List;

/** Whether a label selector can be asked at all. */
public final class LabelSelectors {

  private static final List<String> OPERATORS = List.of("In", "NotIn", "Exists", "DoesNotExist");

  private LabelSelectors() {}

  /** Whether it has no condition, and so selects everything. */
  public static boolean isEmpty(Value selector) {
    return selector.at("matchLabels").size() == 0
        && selector.at("matchExpressions").size() == 0;
  }

  /** Whether every condition can be evaluated. */
  public static boolean isValid(Value selector) {
    for (Mapping.Entry label : selector.at("matchLabels").node().entries()) {
      if (!LabelFormat.QUALIFIED_NAME.accepts(label.key())
          || !LabelFormat.LABEL_VALUE.accepts(label.value().text())) {
        return false;
      }
    }
    return selector.at("matchExpressions").items().stream().allMatch(LabelSelectors::isRequirement);
  }

  private static boolean isRequirement(Value expression) {
    String operator = expression.at("operator").text();
    boolean takesValues = operator.equals("In") || operator.equals("NotIn");
    List<Node> values = expression.at("values").node().items();
    return OPERATORS.contains(operator)
        && LabelFormat.QUALIFIED_NAME.accepts(expression.at("key").text())
        && takesValues != values.isEmpty()
        && values.stream().allMatch(v -> LabelFormat.LABEL_VALUE.accepts(v.text()));
  }
}
