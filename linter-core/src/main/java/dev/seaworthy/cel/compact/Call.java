package dev.seaworthy.cel.compact;

import dev.seaworthy.cel.CelFunction;
import java.util.List;
import java.util.Optional;

/**
 * A call of the function that takes such arguments: one of ours, or one that every CEL environment
 * has.
 */
record Call(
    String function,
    List<CelFunction> candidates,
    Optional<Operation> operation,
    List<Expression> arguments)
    implements Expression {

  @Override
  public Object evaluate(Scope scope) {
    Object[] values = new Object[arguments.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = arguments.get(i).evaluate(scope);
    }
    try {
      return apply(values);
    } catch (EvaluationException failure) {
      throw failure;
    } catch (IllegalArgumentException failure) {
      // Ours say so of a text that they cannot read, and numbers do.
      throw EvaluationException.unreadable(String.valueOf(failure.getMessage()));
    } catch (RuntimeException failure) {
      // Ours say by an exception that they have no value.
      throw new EvaluationException(String.valueOf(failure.getMessage()));
    }
  }

  private Object apply(Object[] values) {
    // By number: most calls have no candidates, and an iterator would be made for each.
    for (int i = 0; i < candidates.size(); i++) {
      if (takes(candidates.get(i), values)) {
        return candidates.get(i).body().apply(values);
      }
    }
    if (operation.isEmpty()) {
      throw EvaluationException.mistyped("no such overload: " + function);
    }
    return operation.get().apply(values);
  }

  private static boolean takes(CelFunction function, Object[] values) {
    List<CelFunction.Parameter> parameters = function.parameters();
    for (int i = 0; i < values.length; i++) {
      if (!parameters.get(i).javaClass().isInstance(values[i])) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Expression knowing(Known known) {
    Call settled = new Call(function, candidates, operation, known.settle(arguments));
    return Known.areConstant(settled.arguments) ? Known.valueOf(settled) : settled;
  }
}
