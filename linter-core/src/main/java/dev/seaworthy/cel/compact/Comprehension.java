package dev.seaworthy.cel.compact;

import java.util.List;
import java.util.Map;

/**
 * What the macros become ({@code all}, {@code exists}, {@code map} and the others): a value that each
 * item changes in its turn.
 *
 * @param item the variable of the item
 * @param range a list, or a map whose keys are meant
 * @param result the variable of the value
 */
record Comprehension(
    String item,
    Expression range,
    String result,
    Expression start,
    Expression condition,
    Expression step,
    Expression end)
    implements Expression {

  @Override
  public Object evaluate(Scope scope) {
    Iterable<?> items = items(range.evaluate(scope));
    Scope outer = scope.with(result, start.evaluate(scope));
    Scope inner = outer.with(item, "");
    for (Object one : items) {
      scope.countIteration();
      inner.set(one);
      if (!condition.isTrue(inner)) {
        break;
      }
      outer.set(valueOrFailure(inner));
    }
    return end.evaluate(outer);
  }

  /** A failure is a value that a later item can make irrelevant. */
  private Object valueOrFailure(Scope inner) {
    try {
      return step.evaluate(inner);
    } catch (EvaluationException failure) {
      return failure;
    }
  }

  private static Iterable<?> items(Object range) {
    if (range instanceof List<?> list) {
      return list;
    }
    if (range instanceof Map<?, ?> map) {
      return map.keySet();
    }
    throw EvaluationException.mistyped("what is no list and no map has no items");
  }

  @Override
  public Expression knowing(Known known) {
    Known inside = known.within(this);
    // What it starts with stays as it is: a list is made anew each time, to grow.
    return new Comprehension(
        item,
        range.knowing(known),
        result,
        start,
        condition.knowing(inside),
        step.knowing(inside),
        end.knowing(inside));
  }
}
