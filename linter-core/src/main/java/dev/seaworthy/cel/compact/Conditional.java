package dev.seaworthy.cel.compact;

/** {@code condition ? then : otherwise}. */
record Conditional(Expression condition, Expression then, Expression otherwise)
    implements Expression {

  @Override
  public Object evaluate(Scope scope) {
    return condition.isTrue(scope) ? then.evaluate(scope) : otherwise.evaluate(scope);
  }

  @Override
  public Expression knowing(Known known) {
    Expression settled = condition.knowing(known);
    if (Known.isAlways(true, settled)) {
      return then.knowing(known);
    }
    return Known.isAlways(false, settled)
        ? otherwise.knowing(known)
        : new Conditional(settled, then.knowing(known), otherwise.knowing(known));
  }
}
