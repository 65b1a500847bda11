package dev.seaworthy.cel.compact;

/** {@code condition ? then : otherwise}. */
record Conditional(Expression condition, Expression then, Expression otherwise)
    implements Expression {

  @Override
  public Object evaluate(Scope scope) {
    return condition.isTrue(scope) ? then.evaluate(scope) : otherwise.evaluate(scope);
  }
}
