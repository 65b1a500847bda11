package dev.seaworthy.cel.compact;

import java.util.ArrayList;
import java.util.List;

/** {@code [a, b]}: a new list each time. */
record ListOf(List<Expression> items) implements Expression {

  @Override
  public Object evaluate(Scope scope) {
    List<Object> values = new ArrayList<>(items.size());
    for (Expression item : items) {
      values.add(item.evaluate(scope));
    }
    return values;
  }

  @Override
  public Expression knowing(Known known) {
    ListOf settled = new ListOf(known.settle(items));
    return Known.areConstant(settled.items) ? Known.valueOf(settled) : settled;
  }
}
