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
}
