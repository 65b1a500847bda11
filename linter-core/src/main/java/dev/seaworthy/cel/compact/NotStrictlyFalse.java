package dev.seaworthy.cel.compact;

/** Whether a comprehension goes on: it does while nothing is decided, and also after a failure. */
record NotStrictlyFalse(Expression operand) implements Expression {

  @Override
  public Object evaluate(Scope scope) {
    try {
      return operand.isTrue(scope);
    } catch (EvaluationException failure) {
      return true;
    }
  }

  @Override
  public Expression knowing(Known known) {
    return new NotStrictlyFalse(operand.knowing(known));
  }
}
