package dev.seaworthy.cel.compact;

import dev.seaworthy.cel.CelProgram;

/** An expression that this package evaluates. */
record CompactProgram(Expression expression) implements CelProgram {

  @Override
  public Object evaluate(Variables variables) throws Failure {
    try {
      return expression.evaluate(new Scope(variables));
    } catch (EvaluationException failure) {
      throw new Failure(failure.reason(), String.valueOf(failure.getMessage()), failure);
    }
  }

  @Override
  public CelProgram knowing(Variables variables) {
    return new CompactProgram(expression.knowing(new Known(variables)));
  }
}
