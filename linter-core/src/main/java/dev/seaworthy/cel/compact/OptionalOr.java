package dev.seaworthy.cel.compact;

import java.util.Optional;

/**
 * {@code a.orValue(b)} or {@code a.or(b)}; {@code b} is evaluated only where it is needed.
 *
 * @param givesValue whether the value is wanted, not an optional
 */
record OptionalOr(boolean givesValue, Expression optional, Expression otherwise)
    implements Expression {

  @Override
  public Object evaluate(Scope scope) {
    if (!(optional.evaluate(scope) instanceof Optional<?> found)) {
      throw EvaluationException.mistyped("what is no optional has no alternative");
    }
    if (found.isEmpty()) {
      return otherwise.evaluate(scope);
    }
    return givesValue ? found.get() : found;
  }

  @Override
  public Expression knowing(Known known) {
    Expression settled = optional.knowing(known);
    boolean isKnown = settled instanceof Constant constant && constant.value() instanceof Optional;
    OptionalOr whole = new OptionalOr(givesValue, settled, otherwise.knowing(known));
    return isKnown ? Known.valueOf(whole) : whole;
  }
}
