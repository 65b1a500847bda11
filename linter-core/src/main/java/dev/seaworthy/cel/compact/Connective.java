package dev.seaworthy.cel.compact;

import org.jspecify.annotations.Nullable;

/**
 * {@code left && right} or {@code left || right}. One side that decides is enough, be the other
 * without a value.
 *
 * @param decisive the value of a side that decides: true for {@code ||}
 */
record Connective(boolean decisive, Expression left, Expression right) implements Expression {

  @Override
  public Object evaluate(Scope scope) {
    @Nullable EvaluationException failure = null;
    try {
      if (left.isTrue(scope) == decisive) {
        return decisive;
      }
    } catch (EvaluationException failed) {
      failure = failed;
    }
    if (right.isTrue(scope) == decisive) {
      return decisive;
    }
    if (failure != null) {
      throw failure;
    }
    return !decisive;
  }

  @Override
  public Expression knowing(Known known) {
    Expression one = left.knowing(known);
    Expression other = right.knowing(known);
    return Known.isAlways(decisive, one) || Known.isAlways(decisive, other)
        ? new Constant(decisive)
        : new Connective(decisive, one, other);
  }
}
