package dev.seaworthy.validate.check.resource;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.TypeCheck;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.TextSize;
import dev.seaworthy.validate.rules.DeviceExpressions;

/** Which devices are meant. What was stored once is right. Mirrors validateCELExpression. */
public final class DeviceSelectorCheck implements TypeCheck {

  private static final int LONGEST = 10 * 1024;

  /** Made when the first selector is judged, which is seldom. */
  private static final class Compiler {
    static final DeviceExpressions EXPRESSIONS = new DeviceExpressions();
  }

  @Override
  public String type() {
    return "resource/v1.CELDeviceSelector";
  }

  @Override
  public void check(Value selector, Request request, Errors errors) {
    Value expression = selector.at("expression");
    boolean stored = request.isUpdate() && !expression.isChanged() && expression.isPresent();
    if (!stored && TextSize.bytes(expression.text()) <= LONGEST) {
      Compiler.EXPRESSIONS
          .problem(expression.text())
          .ifPresent(problem -> errors.invalid(expression.path(), "expression", problem));
    }
  }
}
