package dev.seaworthy.cel;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Optional;

/** An expression of others' that the library evaluates, as far as {@link EvaluationBudget} lets it. */
record LimitedProgram(CelRuntime.Program program, GrowingCalls calls) implements CelProgram {

  @Override
  public Object evaluate(Variables variables) throws Failure {
    EvaluationBudget budget = new EvaluationBudget(calls);
    try {
      Object value = program.trace(
          name -> Optional.ofNullable(variables.find(name)).map(CelValues::ofPlain), budget);
      if (!budget.isSpent()) {
        return value;
      }
      throw costly(new IllegalStateException("an operator passed over the failure"));
    } catch (CelEvaluationException failure) {
      throw budget.isSpent() ? costly(failure) : LibraryProgram.failure(failure);
    }
  }

  private static Failure costly(Exception cause) {
    return new Failure(
        Reason.OTHER,
        "it costs too much, by the size of the lists and texts that it makes on the way",
        cause);
  }
}
